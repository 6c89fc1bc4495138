import { parseOverlays } from '../../../generator/model/parse-overlays.js';
import type { Target } from '../target.js';

/** A file of overlays. */
export const overlay: Target = {
  seeds: [
    '- operation: POST /v3/teas\n  field: json.size\n  reason: x\n  set: { required: true, values: [A, B], encryption: { kind: by-rsa-pubkey } }\n- operation: x\n  field: a.b\n  reason: y\n  add: { type: "string[]" }\n',
  ],
  words: [
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '!!',
    '"',
    "'",
    '|\n',
    '>\n',
    '\n',
    '  ',
    '<<: ',
    '? ',
    '---\n',
    '...\n',
    '#',
    'operation',
    'field',
    'set',
    'add',
    'remove: true',
    'type',
    '\0',
    '\t',
    '%YAML 1.1\n',
  ],
  run: (text) => parseOverlays(text, 'overlays/teas.yaml').entries.length > 0,
};

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseOverlays } from '../../generator/model/parse-overlays.js';

const schema: unknown = JSON.parse(readFileSync(new URL('../../generator/model/overlay.schema.json', import.meta.url), 'utf8'));
const hasForm = new Ajv2020({ strictRequired: false, allowUnionTypes: true }).compile(schema as object); // JSON of a schema is an object

const head = '- operation: POST /v3/teas\n  reason: the shop asks for it\n';

describe('parseOverlays', () => {
  it('reads each kind of entry, and where it stands', () => {
    const text = `# corrections
- operation: POST /v3/teas
  field: json.sort
  reason: the shop asks for it
  set:
    required: true
    type: string[]
    values: [GREEN, 01, 1.0]
    encryption: { kind: by-rsa-pubkey, key: platform }
    description: sort of tea
- { operation: POST /v3/teas, side: response, field: state, reason: never comes, remove: true }
- operation: POST /v3/teas
  field: body.meta
  reason: the upload needs it
  add: { type: string, encryption: false }
- operation: GET /v3/teas/{tea_id}
  reason: the URL has it
  pathParameter: { name: tea_id, type: integer, description: number of the tea }
`;
    const { entries, diagnostics } = parseOverlays(text, 'overlays/teas.yaml');
    expect(diagnostics).toEqual([]);
    expect(hasForm(parse(text))).toBe(true);
    expect(entries.map(({ place, action }) => [place.line, action.kind])).toEqual([
      [2, 'set'],
      [11, 'remove'],
      [12, 'add'],
      [16, 'add-path-parameter'],
    ]);
    expect(entries[0]).toMatchObject({
      file: 'overlays/teas.yaml',
      operation: { text: 'POST /v3/teas', place: { line: 2, column: 14, endColumn: 27 } },
      reason: 'the shop asks for it',
      action: {
        field: { text: 'json.sort', side: 'request' },
        change: {
          required: true,
          type: { type: 'string', list: true },
          values: ['GREEN', '01', '1.0'],
          encryption: { kind: 'by-rsa-pubkey', key: 'platform' },
          description: 'sort of tea',
        },
      },
    });
    expect(entries[1]?.action).toMatchObject({ kind: 'remove', field: { text: 'state', side: 'response' } });
  });

  it('reads an empty file as no entries', () => {
    expect(parseOverlays('# nothing yet\n', 'overlays/teas.yaml')).toEqual({ entries: [], diagnostics: [] });
  });

  it.each([
    ['a map instead of a list', 'operation: POST /v3/teas\n', 1],
    ['broken YAML', '- operation: [\n', 2],
    ['an unknown key', `${head}  field: json.sort\n  sett: {}\n`, 4],
    ['a missing reason', '- operation: POST /v3/teas\n  field: json.sort\n  remove: true\n', 1],
    ['a missing field', `${head}  remove: true\n`, 1],
    ['no action', `${head}  field: json.sort\n`, 1],
    ['two actions', `${head}  field: json.sort\n  remove: true\n  set: { required: true }\n`, 1],
    ['an unknown type', `${head}  field: json.sort\n  set: { type: text }\n`, 4],
    ['a field to add without a type', `${head}  field: json.sort\n  add: { required: true }\n`, 4],
    ['an unknown kind of encryption', `${head}  field: json.sort\n  set: { encryption: { kind: rot13 } }\n`, 4],
    ['a word for a flag', `${head}  field: json.sort\n  set: { required: 'yes' }\n`, 4],
    ['a key without a value', `${head}  field:\n  remove: true\n`, 3],
    ['remove: false', `${head}  field: json.sort\n  remove: false\n`, 4],
    ['an unknown side', `${head}  side: both\n  field: json.sort\n  remove: true\n`, 3],
    ['an alias', `- &a\n  operation: POST /v3/teas\n  field: json.sort\n  reason: why\n  remove: true\n- *a\n`, 6],
  ])('refuses %s', (_what, text, line) => {
    const { diagnostics } = parseOverlays(text, 'overlays/teas.yaml');
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place.line])).toEqual([['doc-overlay-invalid', 'fatal', line]]);
  });

  it('reads the entries around a broken one', () => {
    const good = `${head}  field: json.sort\n  remove: true\n`;
    const { entries, diagnostics } = parseOverlays(`${good}${head}\n${good}`, 'overlays/teas.yaml');
    expect(entries).toHaveLength(2);
    expect(diagnostics).toHaveLength(1);
  });
});

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

  const types = 'string, integer, number, float, boolean, true, object';
  const actions = 'set, add, remove, pathParameter';
  const sort = `${head}  field: json.sort\n`;

  it.each<[entry: string, message: string, spot?: string]>([
    ['operation: x\n', 'an overlay file is a list of entries', '1:1-1'],
    ['- tea\n', `expected a map of operation, side, field, reason, ${actions}`, '1:3-3'],
    [`${sort}  sett: {}\n`, `\`sett\` is not one of operation, side, field, reason, ${actions}`, '4:3-3'],
    [`${sort}  ? [a]\n  : {}\n`, `\`\` is not one of operation, side, field, reason, ${actions}`],
    ['- { operation: x, set }\n', '`set` has no value', '1:19-19'],
    [`${sort}  field: json.sort\n  remove: true\n`, '`field` stands twice', '4:3-3'],
    ['- field: json.sort\n  reason: why\n  remove: true\n', '`operation` is missing', '1:3-3'],
    ['- operation: POST /v3/teas\n  field: json.sort\n  remove: true\n', '`reason` is missing'],
    [`${head}  remove: true\n`, '`field` is missing'],
    [`${head}  field: 1\n  remove: true\n`, '`field` must be a text', '3:10-10'],
    [`${head}  field: ''\n  remove: true\n`, '`field` must be a text'],
    [`${head}  field: [a]\n  remove: true\n`, '`field` must be a text'],
    [sort, `an entry has exactly one of ${actions}`],
    [`${sort}  remove: true\n  set: {}\n`, `an entry has exactly one of ${actions}`],
    [`${sort}  remove: false\n`, '`remove` can only be true'],
    [`${sort}  remove: 'true'\n`, 'expected true or false'],
    [`${sort}  set: [required]\n`, 'expected a map of required, type, values, encryption, description'],
    [`${sort}  set: { required: 1 }\n`, 'expected true or false'],
    [`${sort}  set: { type: text }\n`, `expected one of ${types}, or one of them with []`],
    [`${sort}  set: { type: 'string[]x' }\n`, `expected one of ${types}, or one of them with []`],
    [`${sort}  set: { type: [string] }\n`, `expected one of ${types}, or one of them with []`],
    [`${sort}  set: { values: a }\n`, 'expected a list of values'],
    [`${sort}  set: { values: [a, ~] }\n`, 'expected a list of values'],
    [`${sort}  set: { values: [a, [b]] }\n`, 'expected a list of values'],
    [`${sort}  set: { encryption: true }\n`, 'expected a map of kind, key'],
    [`${sort}  set: { encryption: { key: bank } }\n`, '`kind` is missing'],
    [`${sort}  set: { encryption: { kind: rot13 } }\n`, 'expected one of by-rsa-pubkey, by-aes-gcm, by-aes-ecb'],
    [`${sort}  set: { encryption: { kind: by-aes-gcm, key: me } }\n`, 'expected one of platform, merchant, bank, apiv3, apikey-digest'],
    [`${sort}  set: { description: 1 }\n`, '`description` must be a text'],
    [`${sort}  side: both\n  remove: true\n`, 'expected one of request, response'],
    [`${sort}  add: { required: true }\n`, '`type` is missing'],
    [`${head}  field: json.tea id\n  add: { type: string }\n`, '`tea id` is no name of a field'],
    [`${head}  field: ${'a.'.repeat(33)}a\n  add: { type: string }\n`, '`field` is more than 32 levels deep'],
    [`${head}  pathParameter: { type: string }\n`, '`name` is missing'],
    [`${head}  pathParameter: { required: true }\n`, '`required` is not one of name, type, values, description'],
    [`- ${'['.repeat(33)}${']'.repeat(33)}\n`, 'the file nests deeper than 32 levels', '1:1-1'],
    ['- operation: [\n', 'Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ])('says of %j what is wrong: %s', (text, message, spot) => {
    const { entries, diagnostics } = parseOverlays(text, 'overlays/teas.yaml');
    expect(entries).toEqual([]);
    expect(diagnostics.map((found) => found.message)).toContain(message);
    const [found] = diagnostics;
    if (spot !== undefined && found) {
      const { line, column, endColumn } = found.place;
      expect(`${String(line)}:${String(column)}-${String(endColumn)}`).toBe(spot);
    }
  });

  it.each([
    [`${head}  field: ${'a.'.repeat(32)}a\n  add: { type: string }\n`, 'add'],
    [`${head}  field: json.tea id\n  set: { required: true }\n`, 'set'],
    [`${head}  pathParameter: { name: a, values: [x] }\n`, 'add-path-parameter'],
    [`${sort}  set: { encryption: { kind: by-aes-gcm } }\n`, 'set'],
  ])('reads %j', (text, kind) => {
    const { entries, diagnostics } = parseOverlays(text, 'overlays/teas.yaml');
    expect(diagnostics).toEqual([]);
    expect(entries.map(({ action }) => action.kind)).toEqual([kind]);
  });

  it('keeps the place of a text of several lines to its first line', () => {
    const [entry] = parseOverlays('- operation: >-\n    POST\n    /v3/teas\n  field: a\n  reason: why\n  remove: true\n', 'a.yaml').entries;
    expect(entry?.operation).toEqual({ text: 'POST /v3/teas', place: { line: 1, column: 14, endColumn: 14 } });
  });

  it('reads the entries around a broken one', () => {
    const good = `${head}  field: json.sort\n  remove: true\n`;
    const { entries, diagnostics } = parseOverlays(`${good}${head}\n${good}`, 'overlays/teas.yaml');
    expect(entries).toHaveLength(2);
    expect(diagnostics).toHaveLength(1);
  });
});

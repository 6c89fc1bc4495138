import { expect, test } from 'vitest';
import { buildSchema, exampleOf, spoil, type JsonSchema } from '../../bench/json-schema.js';

const schema: JsonSchema = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: ['GREEN', 'BLACK'] },
    cups: { type: 'array', items: { type: 'object', properties: { size: { type: 'integer' }, hot: { type: 'boolean' } } } },
  },
};

test('an example has all members, and spoiled one wrong scalar in each object on the way', () => {
  const valid = exampleOf(schema, 2);
  expect(valid).toEqual({
    kind: 'GREEN',
    cups: [
      { size: 4200, hot: true },
      { size: 4200, hot: true },
    ],
  });
  expect(spoil(valid)).toEqual({
    kind: {},
    cups: [
      { size: {}, hot: true },
      { size: 4200, hot: true },
    ],
  });
});

test('a schema is built bottom up, and what is not understood is refused', () => {
  const built = buildSchema<string>(schema, {
    object: (members, required) =>
      `{${Object.entries(members)
        .map(([name, member]) => `${name}${required.has(name) ? '' : '?'}:${member}`)
        .join()}}`,
    list: (element) => `${element}[]`,
    values: (values) => values.join('|'),
    scalar: (type) => type,
  });
  expect(built).toBe('{kind:GREEN|BLACK,cups?:{size?:integer,hot?:boolean}[]}');
  expect(() => exampleOf({ type: 'object', properties: { a: { type: 'null' } } }, 1)).toThrow('cannot build');
});

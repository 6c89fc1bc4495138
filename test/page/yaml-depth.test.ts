import { expect, it } from 'vitest';
import { yamlDepth } from '../../generator/page/yaml-depth.js';

it.each([
  ['a: b', 0],
  ['- { a: [1], b: [2] }\n- { a: [1] }', 2],
  [`# ${']'.repeat(100)}\na: ${'['.repeat(40)}`, 40],
  ['["]", '.repeat(40), 40],
  [`a: "${'['.repeat(40)}"`, 0],
  ['- '.repeat(40), 40],
  [Array.from({ length: 50 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n'), 49],
])('the depth of %j is %i', (yaml, depth) => {
  expect(yamlDepth(yaml)).toBe(depth);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printTable, replaceTables } from '../../bench/table.js';

test('a table is markdown, and says below what is missing', () => {
  expect(printTable({ title: 'Tea', head: ['kind', 'time'], rows: [['a | b', '1 s']], notes: ['No coffee.'] })).toBe(
    ['### Tea', '', '| kind | time |', '| --- | ---: |', '| a \\| b | 1 s |', '', 'No coffee.', ''].join('\n'),
  );
});

test('tables go between the markers and nowhere else', () => {
  const document = 'before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n';
  expect(replaceTables(document, 'new\n')).toBe('before\n<!-- bench:begin -->\n\nnew\n\n<!-- bench:end -->\nafter\n');
  expect(() => replaceTables('no markers', 'new')).toThrow('bench:begin');
});

test('the document on performance has a place for them', () => {
  expect(() => replaceTables(readFileSync('docs/performance.md', 'utf8'), '')).not.toThrow();
});

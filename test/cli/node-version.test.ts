import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSupported, supportedNode } from '../../generator/cli/node-version.js';

test.each([
  ['18.20.8', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.0.0', true],
  ['26.1.0', true],
])('Node.js %s is supported: %s', (version, expected) => {
  expect(isSupported(version)).toBe(expected);
});

test('package.json says the same', () => {
  const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(manifest).toMatchObject({ engines: { node: supportedNode } });
});

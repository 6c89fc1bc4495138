import { expect, test } from 'vitest';
import { emitPackage } from '../../generator/emit/emit-package.js';

const api = { version: 1, pages: [] } as const;
const emit = (path: string, text: string) => emitPackage(api, { name: '@example/pay', version: '2.0.0', templates: [{ path, text }] });

test.each([
  ['runtime/call.ts', 'src/runtime/call.ts'],
  ['testing/server.ts', 'test/support/testing/server.ts'],
  ['harness/keys.ts', 'test/support/harness/keys.ts'],
  ['package/tsconfig.json', 'tsconfig.json'],
])('%s goes to %s as it stands', (path, target) => {
  expect(emit(path, '{}')).toEqual([{ path: target, text: '{}' }]);
});

test('a file outside of the known folders stays behind', () => {
  expect(emit('notes.md', 'text')).toEqual([]);
});

test('the manifest gets name and version, whatever they contain', () => {
  const [file] = emitPackage(api, {
    name: '@example/"pay"',
    version: '2.0.0',
    templates: [{ path: 'package/manifest.json', text: '{"name": "", "version": "", "type": "module"}' }],
  });
  expect(JSON.parse(file?.text ?? '')).toEqual({ name: '@example/"pay"', version: '2.0.0', type: 'module' });
});

test('the harness finds the runtime among the sources', () => {
  const [file] = emit(
    'harness/keys.ts',
    "import type { Merchant } from '../runtime/merchant.js';\nimport { keys } from '../testing/keys.js';\n",
  );
  expect(file?.text).toContain("from '../../../src/runtime/merchant.js'");
  expect(file?.text).toContain("from '../testing/keys.js'");
});

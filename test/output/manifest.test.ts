import { describe, expect, test } from 'vitest';
import { parseManifest, printManifest, type Manifest } from '../../generator/output/manifest.js';

const manifest: Manifest = {
  generator: 'g',
  settings: 's',
  pages: new Map([['openapi/v3/teas.md', { hash: 'h', model: 'm' }]]),
  files: new Map([
    ['src/v3/teas.ts', { raw: 'r', hash: 'h', page: 'openapi/v3/teas.md' }],
    ['package.json', { raw: 'r', hash: 'h' }],
  ]),
};

describe('a manifest', () => {
  test('is read as it was printed', () => {
    expect(parseManifest(printManifest(manifest))).toEqual({ kind: 'manifest', manifest });
  });

  test('has one line per file, in code-unit order', () => {
    expect(printManifest(manifest).split('\n').slice(8, 10)).toEqual([
      '    "package.json": {"raw":"r","hash":"h"},',
      '    "src/v3/teas.ts": {"raw":"r","hash":"h","page":"openapi/v3/teas.md"}',
    ]);
  });

  test('keeps names that mean something to JavaScript', () => {
    const files = new Map([['__proto__', { raw: 'r', hash: 'h' }]]);
    expect(parseManifest(printManifest({ ...manifest, files }))).toEqual({ kind: 'manifest', manifest: { ...manifest, files } });
  });

  test('is absent where there is no text', () => {
    expect(parseManifest(undefined)).toEqual({ kind: 'absent' });
  });

  const printed = printManifest(manifest);
  test.each([
    ['another version', printed.replace('"version": 1', '"version": 2')],
    ['a cut end', printed.slice(0, -10)],
    ['a list instead of entries', '{"version":1,"generator":"g","settings":"s","pages":[],"files":{}}'],
    ['an entry without a hash', printed.replace('"hash":"h",', '')],
    ['a path out of the folder', printed.replace('src/v3/teas.ts', '../teas.ts')],
    ['an absolute path', printed.replace('src/v3/teas.ts', '/src/teas.ts')],
  ])('is damaged by %s', (_, text) => {
    expect(parseManifest(text)).toEqual({ kind: 'damaged' });
  });

  test.each([
    ['with line feeds', printed.replace('  "pages"', '<<<<<<< ours\n  "pages"')],
    ['with other line ends', printed.replace('  "pages"', '<<<<<<< ours\n  "pages"').replaceAll('\n', '\r\n')],
    ['of which one mark was left', printed.replace('  "pages"', '=======\n  "pages"')],
  ])('is damaged by a merge conflict, and tells where: %s', (_, text) => {
    expect(parseManifest(text)).toEqual({ kind: 'damaged', conflictLine: 5 });
  });
});

import { describe, expect, test } from 'vitest';
import { parseManifest, printManifest, walkManifest, type Manifest, type ManifestPart } from '../../generator/output/manifest.js';

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

describe('a walk through a manifest', () => {
  const text = printManifest(manifest);

  test('meets its parts in the order of the text, and its end', () => {
    expect([...walkManifest(linesOf(text))]).toEqual([
      { kind: 'generator', hash: 'g' },
      { kind: 'settings', hash: 's' },
      { kind: 'page', path: 'openapi/v3/teas.md', entry: { hash: 'h', model: 'm' } },
      { kind: 'file', path: 'package.json', entry: { raw: 'r', hash: 'h' } },
      { kind: 'file', path: 'src/v3/teas.ts', entry: { raw: 'r', hash: 'h', page: 'openapi/v3/teas.md' } },
      { kind: 'end' },
    ]);
  });

  const damaged = Array.from(text, (_, at) => [text.slice(0, at) + text.slice(at + 1), `${text.slice(0, at)}x${text.slice(at)}`]).flat();
  const cut = Array.from(text, (_, at) => text.slice(0, at));
  const lines = text.split('\n');
  const merged = lines.flatMap((line, at) => [lines.toSpliced(at, 1), lines.toSpliced(at, 0, line), lines.toSpliced(at, 0, '<<<<<<< ours')]);

  test('comes to the end only of what can be read as a whole, and then says the same', () => {
    const texts = [...damaged, ...cut, ...merged.map((those) => those.join('\n'))];
    const ends = texts.filter((changed) => {
      const parts = [...walkManifest(linesOf(changed))];
      if (parts.at(-1)?.kind !== 'end') return false;
      expect(parseManifest(changed)).toEqual({ kind: 'manifest', manifest: manifestOf(parts) });
      return true;
    });
    expect(ends.length).toBeGreaterThan(50);
  });

  test('closes the lines where it ends early', () => {
    let closed = false;
    function* opened(): Generator<string> {
      try {
        yield* linesOf(text);
      } finally {
        closed = true;
      }
    }
    for (const _ of walkManifest(opened())) break;
    expect(closed).toBe(true);
  });
});

function manifestOf(parts: readonly ManifestPart[]): Manifest {
  const hashOf = (wanted: string): string => parts.flatMap((part) => ('hash' in part && part.kind === wanted ? [part.hash] : [])).join();
  return {
    generator: hashOf('generator'),
    settings: hashOf('settings'),
    pages: new Map(parts.flatMap((part) => (part.kind === 'page' ? [[part.path, part.entry]] : []))),
    files: new Map(parts.flatMap((part) => (part.kind === 'file' ? [[part.path, part.entry]] : []))),
  };
}

function* linesOf(text: string): Generator<string> {
  yield* text.replace(/\n$/, '').split('\n');
}

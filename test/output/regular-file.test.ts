import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../generator/output/list-files.js';
import { readLines } from '../../generator/output/regular-file.js';

const folder = mkdtempSync(join(tmpdir(), 'docwright-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the lines of a file', () => {
  const long = '茶'.repeat(50_000);

  test.each<[of: string, text: string, lines: string[]]>([
    ['without a last line end', 'a\nb', ['a', 'b']],
    ['with one', 'a\nb\n', ['a', 'b']],
    ['with the ends of another system', 'a\r\nb\r\n', ['a', 'b']],
    ['with empty ones', '\n\na\n', ['', '', 'a']],
    ['that is empty', '', []],
    ['that is read in several parts', `${long}\n${long}`, [long, long]],
  ])('are those of one %s', (_, text, lines) => {
    writeFileSync(join(folder, 'file'), text);
    expect([...readLines(join(folder, 'file'))]).toEqual(lines);
  });

  test('are none where there is no regular file', () => {
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'target'), 'a\n');
    symlinkSync('target', join(folder, 'link'));
    expect(['folder', 'link', 'nothing'].flatMap((name) => [...readLines(join(folder, name))])).toEqual([]);
  });
});

test('files are listed in code-unit order of their whole paths', () => {
  const paths = ['a-b/c.ts', 'a.ts', 'a/b.ts', 'a/b/c.ts', 'a0.ts', 'B.ts', 'ä.ts', 'a/dist/c.ts', '.hidden/c.ts'];
  for (const path of paths) {
    mkdirSync(join(folder, 'listed', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'listed', path), '');
  }
  const listed = [...listFiles(join(folder, 'listed'), '')];
  expect(listed).toEqual(paths.slice(0, 7).sort());
  expect([...listFiles(folder, 'listed/a')]).toEqual(['listed/a/b.ts', 'listed/a/b/c.ts']);
});

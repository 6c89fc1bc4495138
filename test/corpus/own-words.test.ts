import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { corpus } from '../support/corpus.js';
import { listPages } from '../support/page-tree.js';

const specs = fileURLToPath(new URL('../../specs/', import.meta.url));

/** A sentence is long enough to be somebody's own from this number of Chinese characters on. */
const longSentence = 18;

test.skipIf(!corpus.present)('no sentence of specs/ stands in the corpus', () => {
  const known = new Set(corpus.files.flatMap((file) => corpus.read(file).split('\n').flatMap(sentences)));
  expect(known.size).toBeGreaterThan(1000);
  const own = listPages(specs).flatMap((file) =>
    readFileSync(specs + file, 'utf8')
      .split('\n')
      .flatMap(sentences),
  );
  expect(own.filter((sentence) => known.has(sentence))).toEqual([]);
});

/** The prose of a line: cells without code spans, list items, paragraphs, front matter. Status sentences have a fixed shape and do not count. */
function sentences(line: string): string[] {
  if (/^本(接口|通知)服务|^[:`{]/.test(line)) return [];
  return line
    .replace(/^(title|description): /, '')
    .split(/<br\/?>|(?<!\\)\|/)
    .map((part) => part.replaceAll(/`[^`]*`|\{[^}]*\}|https?:\S+/g, '').trim())
    .filter((part) => (part.match(/\p{Script=Han}/gu) ?? []).length >= longSentence);
}

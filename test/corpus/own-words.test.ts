import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listPages } from '../support/page-tree.js';

const specs = new URL('../../specs/', import.meta.url).pathname;
const corpus = new URL('../../../shared/corpus/', import.meta.url).pathname;

/** A sentence is long enough to be somebody's own from this number of Chinese characters on. */
const longSentence = 18;

test.skipIf(!existsSync(corpus))('no sentence of specs/ stands in the corpus (skipped without ../shared/corpus)', () => {
  const known = new Set(['openapi/', 'webhook/'].flatMap((part) => sentencesBelow(corpus + part)));
  expect(known.size).toBeGreaterThan(1000);
  expect(sentencesBelow(specs).filter((sentence) => known.has(sentence))).toEqual([]);
});

function sentencesBelow(root: string): string[] {
  return listPages(root).flatMap((file) =>
    readFileSync(root + file, 'utf8')
      .split('\n')
      .flatMap(sentences),
  );
}

/** The prose of a line: cells without code spans, list items, paragraphs, front matter. Status sentences have a fixed shape and do not count. */
function sentences(line: string): string[] {
  if (/^本(接口|通知)服务|^[:`{]/.test(line)) return [];
  return line
    .replace(/^(title|description): /, '')
    .split(/<br\/?>|(?<!\\)\|/)
    .map((part) => part.replaceAll(/`[^`]*`|\{[^}]*\}|https?:\S+/g, '').trim())
    .filter((part) => (part.match(/\p{Script=Han}/gu) ?? []).length >= longSentence);
}

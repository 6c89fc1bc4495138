import type { Api, Field, Operation, Webhook } from '../model/api.js';
import { scriptData } from '../report/html/escape-html.js';
import { entryAnchor, pagePath } from './addresses.js';

/** What the search of the site knows, in one file. */
export interface SearchIndex {
  /** One per operation and webhook. The address counts from the root of the site. */
  readonly entries: readonly (readonly [id: string, title: string, address: string])[];
  /** Names and values of fields and codes of errors, in code-unit order, with the entries that have them. */
  readonly words: readonly (readonly [word: string, ...entries: number[]])[];
}

export function buildSearchIndex({ pages }: Api): SearchIndex {
  const found = pages.flatMap(({ operations, webhooks }) => [...operations, ...webhooks]);
  const words = new Map<string, number[]>();
  found.forEach((entry, index) => {
    for (const word of new Set(wordsOf(entry))) {
      const others = words.get(word);
      if (others === undefined) words.set(word, [index]);
      else others.push(index);
    }
  });
  return {
    entries: found.map((entry) => [entry.id, entry.title, `${encodeURI(pagePath(entry.file))}#${entryAnchor(entry)}`]),
    words: [...words].sort(([left], [right]) => (left < right ? -1 : 1)).map(([word, entries]) => [word, ...entries]),
  };
}

/** As a script, because a page on the disk may load no other kind of file. */
export function printSearchIndex(index: SearchIndex): string {
  return `docwrightSearch(${scriptData(index)});\n`;
}

function wordsOf(entry: Operation | Webhook): string[] {
  if (entry.kind === 'webhook') return [...entry.eventTypes, ...[...entry.request, ...entry.reply].flatMap(wordsIn)];
  const answer = 'fields' in entry.answer ? entry.answer.fields : [];
  return [
    ...entry.prose.errorCodes.map(({ code }) => code),
    ...entry.request.flatMap(({ field }) => wordsIn(field)),
    ...answer.flatMap(wordsIn),
  ];
}

function wordsIn({ name, values, fields, content, alternatives = [] }: Field): string[] {
  const below = [...fields, ...(content?.fields ?? []), ...alternatives];
  return [name, ...(values?.items ?? []).map(({ value }) => value), ...below.flatMap(wordsIn)].filter((word) => word.length > 1);
}

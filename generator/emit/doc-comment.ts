import type { JSDocStructure, OptionalKind } from 'ts-morph';
import type { Field, Operation, Webhook } from '../model/api.js';
import { commentLines, commentUrl } from './escape.js';

/** The comment of a declaration, if it has one. */
export type Docs = OptionalKind<JSDocStructure>[];

/** The words of a row; nothing where it has none. */
export function rowComment(field: Field): Docs {
  const lines = commentLines(field.description);
  const explained = field.values?.items.filter(({ text }) => text !== undefined && !field.description.includes(text)) ?? [];
  for (const { value, text } of explained) lines.push(...commentLines(`\`${value}\`: ${text}`));
  if (field.overlay) lines.push(...commentLines(`From the overlay ${field.overlay.file}:${field.overlay.line}`));
  return printComment(lines.filter((line) => line !== ''));
}

/** The words of an operation or notification: title, description, end of life, documents. */
export function pageComment({ title, description, deprecated, links }: Operation | Webhook): Docs {
  const lines = commentLines(title);
  if (description !== '' && description !== title) lines.push('', ...commentLines(description));
  const tags = [
    ...(deprecated ? [`@deprecated ${commentLines(deprecated.text).join(' ')}`] : []),
    ...new Set(links.map(({ url }) => `@see ${commentUrl(url)}`)),
  ];
  if (tags.length > 0) lines.push('', ...tags);
  return printComment(lines);
}

/** A comment in our own words. */
export function ownComment(...lines: string[]): Docs {
  return printComment(lines);
}

function printComment(lines: readonly string[]): Docs {
  const [first, ...more] = lines;
  if (first === undefined) return [];
  return [{ description: more.length === 0 ? first : `\n${lines.join('\n')}` }];
}

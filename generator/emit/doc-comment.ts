import type { Field, Operation, Webhook } from '../model/api.js';
import { commentLines, commentUrl } from './escape.js';

/** The comment of a declaration, if it has one. */
export type Docs = string[];

/** The words of a row; nothing where it has none. */
export function rowComment(field: Field): Docs {
  const lines = commentLines(field.description);
  const explained = field.values?.items.filter(({ text }) => text !== undefined && !field.description.includes(text)) ?? [];
  for (const { value, text } of explained) lines.push(...commentLines(`\`${value}\`: ${text}`));
  if (field.encryption) lines.push('Plain here, encrypted on the wire.');
  else if (field.content) lines.push('Plain here, encoded on the wire.');
  if (field.overlay) lines.push(...commentLines(`From the overlay ${field.overlay.file}:${field.overlay.line}`));
  return printComment(lines.filter((line) => line !== ''));
}

/** The words of an operation or notification: title, description, end of life, documents. */
export function pageComment(page: Operation | Webhook): Docs {
  const { title, description, links } = page;
  const tags = [...deprecation(page), ...new Set(links.map(({ url }) => `@see ${commentUrl(url)}`))];
  return printComment([
    ...commentLines(title),
    ...(description !== '' && description !== title ? ['', ...commentLines(description)] : []),
    ...(tags.length > 0 ? ['', ...tags] : []),
  ]);
}

/** What the call chain shows of an operation, whose function says the rest. */
export function verbComment(operation: Operation): Docs {
  return printComment([...commentLines(operation.title), ...deprecation(operation)]);
}

function deprecation({ deprecated }: Operation | Webhook): string[] {
  return deprecated ? [`@deprecated ${commentLines(deprecated.text).join(' ')}`] : [];
}

/** A comment in our own words. */
export function ownComment(...lines: string[]): Docs {
  return printComment(lines);
}

function printComment(lines: readonly string[]): Docs {
  const [first, ...more] = lines;
  if (first === undefined) return [];
  return [more.length === 0 ? first : `\n${lines.join('\n')}`];
}

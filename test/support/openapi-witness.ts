import type { OpenApiDocument } from '../../generator/openapi/document.js';
import { corpus } from './corpus.js';
import { readNaively, type Fact, type NaiveOperation } from './naive-reader.js';
import { readOpenApi } from './openapi-facts.js';

/**
 * Where a document and the naive reading of the corpus disagree, one line each.
 *
 * @param lists by file, a string whose content is a list although its own page does not tell: the row inside is only a label
 */
export function differencesOf(document: OpenApiDocument, lists: ReadonlyMap<string, string>): string[] {
  const exported = new Map(readOpenApi(document).map((operation) => [operation.id, operation]));
  const differences: string[] = [];
  for (const file of corpus.files) {
    for (const operation of readNaively(file, corpus.read(file))) {
      const own = exported.get(operation.id);
      exported.delete(operation.id);
      differences.push(...compareOperations(operation, own, lists.get(file)).map((difference) => `${file}:${difference}`));
    }
  }
  return [...differences, ...[...exported.keys()].map((id) => `${id}: on no page`)];
}

function compareOperations(page: NaiveOperation, own: NaiveOperation | undefined, list: string | undefined): string[] {
  if (!own) return [` ${page.id}: not in the document`];
  const differences: string[] = [];
  if (own.deprecated !== page.deprecated) differences.push(` deprecated is ${own.deprecated}`);
  if (own.answer !== page.answer) differences.push(` the answer is ${own.answer}, not ${page.answer}`);
  const isWebhook = page.id.startsWith('WEBHOOK');
  const expected = new Map<string, Fact>();
  for (const [path, fact] of page.facts) {
    if (isNoSchema(path, isWebhook)) continue;
    const rest = list !== undefined && path.startsWith(`${list}.`) ? path.slice(list.length).replace(/^\.[^.[]+/, '') : undefined;
    if (rest === undefined) expected.set(path, fact);
    else expected.set(`${list}${rest}`, rest === '' ? { ...fact, required: false } : fact);
  }
  for (const path of new Set([...expected.keys(), ...own.facts.keys()])) {
    const difference = compareFacts(expected.get(path), own.facts.get(path));
    if (difference) differences.push(`${expected.get(path)?.line ?? ''} ${path}: ${difference}`);
  }
  return differences;
}

/** Groups that have no schema of their own in a document, and rows that are no values on the wire. */
function isNoSchema(path: string, isWebhook: boolean): boolean {
  const withoutSchema = isWebhook
    ? /^(request\.headers|answer\.(status|headers))$/
    : /^request\.(base_uri|security|nonceless|fragment|timeout|query|headers)$/;
  return withoutSchema.test(path);
}

function compareFacts(page: Fact | undefined, own: Fact | undefined): string | undefined {
  if (!page) return 'not on the page';
  if (!own) return 'not in the document';
  const parts = (['type', 'required', 'values', 'encrypted', 'key'] as const).filter(
    (part) => JSON.stringify(page[part]) !== JSON.stringify(own[part]),
  );
  return parts.map((part) => `${part} ${JSON.stringify(page[part])} is ${JSON.stringify(own[part])}`).join(', ') || undefined;
}

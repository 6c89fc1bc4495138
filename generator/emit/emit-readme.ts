import { exampleObject, type ExampleValue } from '../model/example-value.js';
import type { Api, Operation } from '../model/api.js';
import { callExpression } from './call-expression.js';
import { objectKey, stringLiteral } from './escape.js';
import type { SourceFile } from './source-file.js';
import { isSupplied } from './supplied-rows.js';
import { literal } from './tests/literal.js';

/**
 * The README of an SDK: the template's words around an example call and an example notification of the pages. A part of the template
 * for which the pages have no example is left out.
 *
 * @param name of the package
 * @param template with `{{name}}`, `{{call}}`, `{{input}}` and `{{event}}`, and with `<!-- call -->` and `<!-- event -->` around parts
 */
export function emitReadme({ pages }: Api, name: string, template: string): SourceFile {
  const operation = pages.flatMap((page) => page.operations).find(isGoodExample);
  const event = pages.flatMap((page) => page.webhooks).find(({ protocol }) => protocol === 'v3')?.eventTypes[0];
  const words = new Map([
    ['name', name],
    ['call', operation && callExpression(operation)],
    ['input', operation && inputOf(operation)],
    ['event', event && stringLiteral(event)],
  ]);
  const text = template
    .replace(/<!-- (\w+) -->\n([^]*?)<!-- \/\1 -->\n/g, (_, word: string, part: string) => (words.get(word) === undefined ? '' : part))
    .replace(/\{\{(\w+)\}\}/g, (_, word: string) => words.get(word) ?? '');
  return { path: 'README.md', text };
}

/** Short, with a body, and not about to disappear. */
function isGoodExample({ protocol, method, deprecated, pathParameters, request }: Operation): boolean {
  const body = request.find(({ role }) => role === 'json')?.field.fields ?? [];
  return protocol === 'v3' && method === 'POST' && !deprecated && pathParameters.length === 0 && body.length > 1 && body.length < 10;
}

/** What the call requires, one member per line. */
function inputOf({ request, samples }: Operation): string {
  const groups = request
    .map(({ role, field }) => ({ ...field, fields: field.fields.filter((row) => row.required && !isSupplied(role, row)) }))
    .filter(({ fields }) => fields.length > 0);
  return linesOf(exampleObject(groups, { sample: samples.find(({ input }) => input !== undefined)?.input }), 2);
}

function linesOf(value: ExampleValue, depth: number, indent = ''): string {
  if (depth === 0 || typeof value !== 'object' || value instanceof Array) return literal(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${indent}  ${objectKey(name)}: ${linesOf(member, depth - 1, `${indent}  `)},\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}

import { exampleObject } from '../model/example-value.js';
import type { Api, Operation, Webhook } from '../model/api.js';
import { isGoodExample, type PageFacts } from '../model/page-facts.js';
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
  const event = exampleEvent(pages)?.name;
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

/** The groups of what the call requires, a line each. */
function inputOf({ protocol, request, samples }: Operation): string {
  const groups = request
    .map(({ role, field }) => ({ ...field, fields: field.fields.filter((row) => row.required && !isSupplied(protocol, role, row)) }))
    .filter(({ fields }) => fields.length > 0);
  const input = exampleObject(groups, { sample: samples.find(({ input }) => input !== undefined)?.input });
  return `{\n${Object.entries(input)
    .map(([name, group]) => `  ${objectKey(name)}: ${literal(group)},\n`)
    .join('')}}`;
}

interface Notifying {
  readonly file: string;
  readonly webhooks: readonly Pick<Webhook, 'protocol' | 'eventTypes'>[];
}

/** The shortest event type of v3 that v2 does not have as well: it alone tells what arrived. */
function exampleEvent(pages: readonly Notifying[]): { readonly name: string; readonly file: string } | undefined {
  const ofV2 = new Set(pages.flatMap((page) => eventsOf(page, 'v2')));
  const events = pages.flatMap((page) => eventsOf(page, 'v3').map((name) => ({ name, file: page.file })));
  return events.filter(({ name }) => !ofV2.has(name)).toSorted((a, b) => a.name.length - b.name.length)[0];
}

function eventsOf({ webhooks }: Notifying, of: Webhook['protocol']): readonly string[] {
  return webhooks.flatMap(({ protocol, eventTypes }) => (protocol === of ? eventTypes : []));
}

/** Files of the pages that the README takes its examples from: it is the same if it is given no others. */
export function quotedPages(pages: readonly PageFacts[]): ReadonlySet<string> {
  const withCall = pages.find(({ operations }) => operations.some(({ good }) => good === true));
  const event = exampleEvent(pages);
  const withEvent = pages.find(({ file }) => file === event?.file);
  const types = withEvent === undefined ? [] : eventsOf(withEvent, 'v3');
  const alike = pages.filter((page) => eventsOf(page, 'v2').some((name) => types.includes(name)));
  return new Set([withCall, withEvent, ...alike].flatMap((page) => page?.file ?? []));
}

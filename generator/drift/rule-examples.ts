import { exampleNotification, examplePage, indent, type RuleExample } from './examples/example-page.js';
import { pageExamples } from './examples/page-examples.js';
import { rowExamples } from './examples/row-examples.js';
import { allSides, type Side } from './rule.js';
import type { RuleId } from './registry.js';

/** The smallest pair of pages that fires a rule; `undefined` where no pair of pages can. */
export function exampleOf(id: RuleId): RuleExample | undefined {
  if (Object.hasOwn(pageExamples, id)) return pageExamples[id as keyof typeof pageExamples];
  for (const side of allSides) {
    const row = id.slice(side.length + 1);
    if (!id.startsWith(`${side}-`) || !Object.hasOwn(rowExamples, row)) continue;
    const { base, head } = rowExamples[row as keyof typeof rowExamples];
    return { base: pageWith(side, base), head: pageWith(side, head) };
  }
  return undefined;
}

function pageWith(side: Side, rows: string): RuleExample['base'] {
  switch (side) {
    case 'request':
      return { 'openapi/v3/lamps.md': examplePage({ request: `json! object\n${indent(rows, 1)}` }) };
    case 'response':
      return { 'openapi/v3/lamps.md': examplePage({ response: rows }) };
    case 'webhook':
      return { 'webhook/v3/LAMP.LIT.md': exampleNotification({ payload: rows }) };
    case 'ack':
      return { 'webhook/v3/LAMP.LIT.md': exampleNotification({ reply: rows }) };
  }
}

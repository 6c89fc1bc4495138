import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import type { RuleExample } from '../../generator/drift/examples/example-page.js';
import type { Finding, Spot } from '../../generator/drift/finding.js';
import { rules, type RuleId } from '../../generator/drift/registry.js';
import { exampleOf } from '../../generator/drift/rule-examples.js';
import { exampleApi } from '../support/example-api.js';

/** By rule: what a reader of the report is told of its example, as somebody wrote it down. */
const sentences = new Map(
  readFileSync(new URL('sentences.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split(/\n(?=\S)/)
    .map((entry) => [entry.slice(0, entry.indexOf('\n')), entry.slice(entry.indexOf('\n') + 1)]),
);

/** Rules with side columns say the same on each side. */
const once = new Set<string>();
const heard = (Object.keys(rules) as RuleId[]).filter((id) => {
  const row = id.replace(/^(?:request|response|webhook|ack)-/, '');
  if (exampleOf(id) === undefined || once.has(row)) return false;
  return once.add(row);
});

function textAt(pages: RuleExample['base'], { file, line, column }: Spot): string {
  const text = pages[file]?.split('\n')[line - 1]?.slice(column - 1) ?? 'no such line';
  return text.split(' | ')[0] ?? '';
}

function describeFinding(
  { operation, side, field, from, to, message, base, head, covers, ...others }: Finding,
  example: RuleExample,
): string {
  const move = from === undefined ? [] : [`from ${from} to ${to ?? ''}`];
  const { values, firstInOperation, lastInOperation } = others;
  return [
    [operation, side, field].filter((part) => part !== null).join(' '),
    ...move,
    message,
    ...(values ? [`added ${values.added.join(' ')}, removed ${values.removed.join(' ')}`] : []),
    ...(firstInOperation ? ['the first of the operation'] : []),
    ...(lastInOperation ? ['the last of the operation'] : []),
    ...covers.map(({ operation: place, side: table, field: row, change }) => `= ${[change, place, table, row].filter(Boolean).join(' ')}`),
    ...(base ? [`- ${String(base.value)} @ ${textAt(example.base, base)}`] : []),
    ...(head ? [`+ ${String(head.value)} @ ${textAt(example.head, head)}`] : []),
  ]
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

describe('what is said of the example of', () => {
  it.each(heard)('%s', (id) => {
    const example = exampleOf(id) ?? { base: {}, head: {} };
    const levels = new Map(rules[id].level === 'off' ? [[id, 'info' as const]] : []);
    const { findings } = diffApis(exampleApi(example.base), exampleApi(example.head), { levels });
    expect(findings.map((finding) => describeFinding(finding, example)).join('\n')).toBe(sentences.get(id));
  });
});

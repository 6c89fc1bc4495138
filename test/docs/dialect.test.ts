import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCollector } from '../../generator/diagnostics/collector.js';
import { buildPage } from '../../generator/model/build-page.js';
import type { Field } from '../../generator/model/api.js';
import { readPage } from '../../generator/page/index.js';

const document = readFileSync(new URL('../../docs/dialect.md', import.meta.url), 'utf8');
const file = 'openapi/v3/demo/orders/{out_demo_no}/close.md';
const example = /^~~~~md\n([^]*?)^~~~~$/m.exec(document)?.[1] ?? '';

function understand(text: string) {
  const collector = createCollector(file);
  const page = readPage(text, file, collector);
  if (!page) throw new Error('The page is fatal.');
  return { model: buildPage(page, collector), diagnostics: collector.diagnostics };
}

/** The fields of a request whose rows are these. */
function fieldsOf(rows: string): readonly Field[] {
  const table = '| --- | --- | ---\n| out_demo_no';
  const { model } = understand(example.replace(table, table.replace('| out_demo_no', `| xml | object | 正文\n${rows}\n| out_demo_no`)));
  return model.operations[0]?.request[0]?.field.fields ?? [];
}

test('the whole page is a sound page', () => {
  const { model, diagnostics } = understand(example);
  const [operation] = model.operations;
  expect(diagnostics).toEqual([]);
  expect(operation?.id).toBe('POST /v3/demo/orders/{out_demo_no}/close');
  expect(operation?.answer.kind).toBe('empty');
  expect(operation?.prose.rateLimits[0]?.limit).toBe(20);
});

test('the rows of a string with content are read as the text says', () => {
  const rows = /^```md\n(\| detail [^]*?)\n```$/m.exec(document)?.[1] ?? '';
  const [detail, attach] = fieldsOf(rows);
  expect(detail?.content?.fields.map(({ name }) => name)).toEqual(['cost_price']);
  expect(attach?.name).toBe('attach');
});

test('the container is a notice of the end of life', () => {
  const container = /^```md\n(::: danger [^]*?)\n```$/m.exec(document)?.[1] ?? '';
  const { model } = understand(example.replace('| 请求参数', `${container}\n\n| 请求参数`));
  expect(model.operations[0]?.deprecated).toMatchObject({
    status: 'deprecated',
    date: '2026.01.08',
    successors: ['/openapi/v3/demo/orders'],
  });
});

test.each([
  ['one of these', { values: ['A', 'B'] }],
  ['only this one so far', { values: ['A'] }],
  ['one of these, each with an explanation', { values: ['A', 'B'] }],
  ['a constant', { constant: 'A' }],
  ['a default', { default: 'A' }],
])('a list of values means "%s"', (meaning, expected) => {
  const [field] = fieldsOf(`| kind {data-indent=1} | string | ${descriptionThatMeans(meaning)}`);
  const found = {
    values: field?.values?.items.map(({ value }) => value),
    constant: field?.constant?.value,
    default: field?.default?.value,
  };
  expect(found).toEqual({ values: undefined, constant: undefined, default: undefined, ...expected });
});

/** First cell of the row in the document whose second cell says so, out of its code span. */
function descriptionThatMeans(meaning: string): string {
  const row = document.split('\n').find((line) => line.endsWith(`| ${meaning} |`)) ?? '';
  return /^\| ``\s(.*?)\s``/.exec(row)?.[1] ?? '';
}

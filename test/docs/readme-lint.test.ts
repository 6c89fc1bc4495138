import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCollector, sortDiagnostics } from '../../generator/diagnostics/collector.js';
import { lintPage } from '../../generator/lint/lint-page.js';
import { buildPage } from '../../generator/model/build-page.js';
import { readPage } from '../../generator/page/index.js';
import { diagnosticsText } from '../../generator/report/text/diagnostics-text.js';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const examples = [...readme.matchAll(/<!-- lint of (\S+), line (\d+) -->\n\n```diff\n-([^\n]*)\n(?:\+([^\n]*)\n)?```\n\n```text\n([^]*?)```/g)];

test('it shows three examples of what lint says', () => {
  expect(examples).toHaveLength(3);
});

test.each(examples.map(([, ...parts]) => parts))('lint of %s says so when line %s is changed', (file = '', number = '', before = '', after, said = '') => {
  const lines = readFileSync(new URL(`specs/${file}`, root), 'utf8').split('\n');
  expect(lines[Number(number) - 1]).toBe(before);
  const text = [...lines.slice(0, Number(number) - 1), ...(after === undefined ? [] : [after]), ...lines.slice(Number(number))].join('\n');
  const collector = createCollector(file);
  const page = readPage(text, file, collector);
  const model = page && buildPage(page, collector);
  if (page && model) lintPage(text, page, model, collector);
  const view = { colour: false, width: 120, version: '', prefix: '', source: () => text };
  expect(diagnosticsText(sortDiagnostics(collector.diagnostics), view).trimEnd()).toBe(said.trimEnd());
});

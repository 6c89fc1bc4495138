import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sortDiagnostics } from '../../generator/diagnostics/collector.js';
import { diagnosticsText } from '../../generator/report/text/diagnostics-text.js';
import { readPageText } from '../../generator/run/read-page-files.js';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const examples = [
  ...readme.matchAll(/<!-- lint of (\S+), line (\d+) -->\n\n```diff\n-([^\n]*)\n(?:\+([^\n]*)\n)?```\n\n```text\n([^]*?)```/g),
];

test('it shows three examples of what lint says', () => {
  expect(examples).toHaveLength(3);
});

test.each(examples.map(([, ...parts]) => parts))(
  'lint of %s says so when line %s is changed',
  (file = '', number = '', before = '', after, said = '') => {
    const lines = readFileSync(new URL(`specs/${file}`, root), 'utf8').split('\n');
    expect(lines[Number(number) - 1]).toBe(before);
    const text = [...lines.slice(0, Number(number) - 1), ...(after === undefined ? [] : [after]), ...lines.slice(Number(number))].join(
      '\n',
    );
    const view = { colour: false, width: 120, version: '', prefix: '', source: () => text };
    expect(diagnosticsText(sortDiagnostics(readPageText(file, text).diagnostics), view).trimEnd()).toBe(said.trimEnd());
  },
);

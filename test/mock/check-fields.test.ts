import { expect, it } from 'vitest';
import { checkFields } from '../../generator/mock/check-fields.js';
import { compile } from '../support/tester.js';
import { writePage } from '../support/write-page.js';

it.each([
  [1.5, undefined],
  [2, undefined],
  [1.6, 'must be one of 1.50, 2'],
])('takes %d where the page lists 1.50 and 2, or says why not', (rate, issue) => {
  const rows = ['json {data-required} | object', 'rate {data-indent=1} | number | Rate<br/>`1.50` \\| `2` 枚举值之一'];
  const [operation] = compile(writePage('openapi/v3/teas.md', { request: rows })).pages.flatMap(({ operations }) => operations);
  const fields = operation?.request.flatMap(({ field }) => field.fields) ?? [];
  expect(checkFields({ rate }, fields, '', { texts: false })?.issue).toBe(issue);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../../generator/diagnostics/catalogue.js';
import { rulesDocument } from '../../generator/report/rules-document.js';

test('docs/rules.md is what `docwright explain --all` prints', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesDocument(catalogue));
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { applyOverlays } from '../../generator/model/apply-overlays.js';
import { parseOverlays } from '../../generator/model/parse-overlays.js';
import { readTreePage } from '../support/page-tree.js';

const specs = fileURLToPath(new URL('../../specs/', import.meta.url));
const document = readFileSync(new URL('../../docs/overlays.md', import.meta.url), 'utf8');
const example = /^```yaml\n(- operation:[^]*?)^```$/m.exec(document)?.[1] ?? '';

test('the example applies to the pages of this project without a fault', () => {
  const files = ['openapi/v3/aggracct-bc/wb-channel/special-reduction.md', 'openapi/v3/merchant-service/complaints-v2.md'];
  const pages = files.flatMap((file) => readTreePage(specs, file).model ?? []);
  const { entries, diagnostics } = parseOverlays(example, 'overlays/example.yaml');
  expect(diagnostics).toEqual([]);
  expect(entries).toHaveLength(3);
  const applied = applyOverlays(pages, entries);
  expect(applied.diagnostics).toEqual([]);
  const reason = applied.pages[0]?.operations[0]?.request[0]?.field.fields.find(({ name }) => name === 'reason');
  expect(reason?.required).toBe(true);
});

test('the schema stands where editors are told to look', () => {
  const path = /\$schema=\.\/node_modules\/docwright\/(\S+)/.exec(document)?.[1] ?? '';
  expect(JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))).toHaveProperty('$schema');
});

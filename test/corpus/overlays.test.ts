import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyOverlays } from '../../generator/model/apply-overlays.js';
import { fieldsBelow, topFields } from '../../generator/model/map-fields.js';
import { parseOverlays } from '../../generator/model/parse-overlays.js';
import { corpus, corpusApi } from '../support/corpus.js';

const folder = new URL('../../examples/overlays/wechatpay-im/', import.meta.url);

describe.skipIf(!corpus.present)('the example overlays', () => {
  const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
  const parsed = files.map(({ name, text }) => parseOverlays(text, `overlays/${name}`));
  const entries = parsed.flatMap((overlay) => overlay.entries);
  const { pages, diagnostics } = applyOverlays(corpusApi().pages, entries);

  it('fit the pages: every address leads somewhere, and no page has caught up', () => {
    expect([...parsed.flatMap((overlay) => overlay.diagnostics), ...diagnostics]).toEqual([]);
    expect(entries.length).toBeGreaterThan(40);
  });

  it('leave no parameter of a URL undescribed, no stray row, no row below a scalar and no value of another type', () => {
    const fields = pages.flatMap((page) => [...fieldsBelow(topFields(page))]);
    expect(fields.filter((field) => field.synthetic)).toEqual([]);
    expect(pages.flatMap(({ operations }) => operations.flatMap(({ request }) => request.filter(({ role }) => role === 'stray')))).toEqual(
      [],
    );
    expect(fields.filter(({ type, fields: rows }) => type !== 'object' && rows.length > 0).map(({ name }) => name)).toEqual([]);
    expect(fields.filter(({ values }) => values?.textual).map(({ name }) => name)).toEqual([]);
  });
});

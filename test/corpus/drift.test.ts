import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import type { Api, ApiPage, Operation, Webhook } from '../../generator/model/api.js';
import { corpus, corpusApi } from '../support/corpus.js';
import { unmirroredFindings } from '../support/mirrored-findings.js';
import { diffNaively, keyOf } from '../support/naive-diff.js';
import { plainChanges } from '../support/plain-changes.js';

describe.skipIf(!corpus.present)('drift between real pages', () => {
  const api: Api = corpus.present ? corpusApi().api : { version: 1, pages: [] };

  it('finds nothing between the pages and themselves', () => {
    const { findings, verdict } = diffApis(api, structuredClone(api));
    expect(findings).toEqual([]);
    expect(verdict).toEqual({ breaking: false, docsOnly: true, semver: 'none', wire: 0, source: 0 });
  });

  it('stands for exactly what a naive comparison of paths finds, whatever two neighbouring pages say', () => {
    const wrong: string[] = [];
    for (const [base, head] of neighbours(api)) {
      const { findings } = diffApis(base, head);
      const said = new Set(findings.flatMap(plainChanges).map(keyOf));
      const [before] = contractsOf(base);
      const [after] = contractsOf(head);
      if (before === undefined || after === undefined) continue;
      const { expected, implied } = diffNaively(before, after);
      for (const key of expected) if (!said.has(key)) wrong.push(`missed: ${key}`);
      for (const key of said) if (!expected.has(key) && !implied.has(key) && !key.includes(' | operation-')) wrong.push(`invented: ${key}`);
    }
    expect(wrong).toEqual([]);
  });

  it('says the opposite when base and head change places', () => {
    expect(neighbours(api).flatMap(([base, head]) => unmirroredFindings(base, head))).toEqual([]);
  });
});

function contractsOf({ pages }: Api): (Operation | Webhook)[] {
  return pages.flatMap(({ operations, webhooks }) => [...operations, ...webhooks]);
}

/** Pages of one folder, each read as if it were an older revision of the next one: realistic edits by the hundred. */
function neighbours({ pages }: Api): [Api, Api][] {
  const whole = pages.filter(({ operations, webhooks }) => operations.length + webhooks.length === 1);
  return whole.flatMap((page, index): [Api, Api][] => {
    const next = whole[index + 1];
    if (next === undefined || dirname(next.file) !== dirname(page.file) || next.kind !== page.kind) return [];
    if (JSON.stringify([page, next]).includes('"alternatives"')) return [];
    return [
      [
        { version: 1, pages: [disguise(page, next)] },
        { version: 1, pages: [next] },
      ],
    ];
  });
}

function disguise(page: ApiPage, { file, operations: [operation], webhooks: [webhook] }: ApiPage): ApiPage {
  return {
    ...page,
    file,
    operations: page.operations.map((each) => ({ ...each, file, ...(operation && { id: operation.id, path: operation.path }) })),
    webhooks: page.webhooks.map((each) => ({ ...each, file, ...(webhook && { id: webhook.id, name: webhook.name }) })),
  };
}

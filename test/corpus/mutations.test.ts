import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import type { Finding } from '../../generator/drift/finding.js';
import type { Api, Operation, Webhook } from '../../generator/model/api.js';
import { corpus } from '../support/corpus.js';
import { contractMutations, mutateRows, wordingMutations, type RowMutation } from '../support/mutate-row.js';
import { diffNaively, keyOf } from '../support/naive-diff.js';
import { plainChanges } from '../support/plain-changes.js';
import { readApi } from '../support/read-api.js';

const runs = { numRuns: 80, seed: 20_251_220 };
const anyPage = fc.constantFrom(...(corpus.present ? corpus.files : ['']));

function contractFindings(base: Api, head: Api): readonly Finding[] {
  return diffApis(base, head).findings.filter((finding) => finding.class === 'contract');
}

/** Everything that a naive comparison expects is said, and nothing that it does not know. */
function compareWithNaive(base: Api, head: Api, findings: readonly Finding[]): void {
  const said = new Set(findings.flatMap(plainChanges).map(keyOf));
  const contracts = ({ pages }: Api): (Operation | Webhook)[] => pages.flatMap(({ operations, webhooks }) => [...operations, ...webhooks]);
  const before = new Map(contracts(base).map((contract) => [contract.id, contract]));
  for (const after of contracts(head)) {
    const { expected, implied } = diffNaively(before.get(after.id) ?? after, after);
    expect([...expected].filter((key) => !said.has(key))).toEqual([]);
    const own = [...said].filter((key) => key.startsWith(`${after.id} | `));
    expect(own.filter((key) => !expected.has(key) && !implied.has(key))).toEqual([]);
  }
}

describe.skipIf(!corpus.present)('random edits of real pages', () => {
  for (const [name, mutation] of Object.entries(contractMutations)) {
    it(`finds one edit and nothing else: ${name}`, () => {
      fc.assert(
        fc.property(anyPage, fc.nat(500), (file, pick) => {
          const text = corpus.read(file);
          const edited = mutateRows(text, mutation, [pick]);
          fc.pre(edited !== text);
          const base = readApi({ [file]: text }).api;
          const head = readApi({ [file]: edited }).api;
          const findings = contractFindings(base, head);
          // Which of several shapes a path means is more than a naive comparison can say.
          fc.pre(!JSON.stringify(base).includes('"alternatives"'));
          compareWithNaive(base, head, findings);
          expect(findings.length).toBeLessThanOrEqual(1);
        }),
        runs,
      );
    });
  }

  it('finds several edits at once, whatever they are', () => {
    const anyMutation = fc.constantFrom(...Object.values(contractMutations));
    fc.assert(
      fc.property(anyPage, fc.array(fc.tuple(anyMutation, fc.nat(500)), { minLength: 2, maxLength: 8 }), (file, edits) => {
        const text = corpus.read(file);
        fc.pre(!text.includes('im-table-line'));
        const edited = edits.reduce((page, [mutation, pick]) => mutateRows(page, mutation, [pick]), text);
        const base = readApi({ [file]: text }).api;
        const head = readApi({ [file]: edited }).api;
        compareWithNaive(base, head, contractFindings(base, head));
      }),
      runs,
    );
  });

  it('finds rows that are dropped, and those that change their level', () => {
    const isRow = (line: string): boolean => /^\| [\w-]+ \{data-(?:required data-)?indent=\d\}/.test(line);
    const drop: RowMutation = (row) => (isRow(row) ? '' : undefined);
    const indent: RowMutation = (row) =>
      isRow(row) ? row.replace(/data-indent=(\d)/, (_, level: string) => `data-indent=${Number(level) + 1}`) : undefined;
    fc.assert(
      fc.property(anyPage, fc.constantFrom('drop', 'indent'), fc.nat(500), (file, kind, pick) => {
        const text = corpus.read(file);
        fc.pre(!text.includes('im-table-line'));
        const edited = mutateRows(text, kind === 'drop' ? drop : indent, [pick]).replaceAll(
          /\n\n(?=\| )(?!\| (?:请求参数|返回字典|应答规范|异常字典))/g,
          '\n',
        );
        const base = readApi({ [file]: text }).api;
        const head = readApi({ [file]: edited }).api;
        fc.pre(head.pages.length === base.pages.length);
        compareWithNaive(base, head, contractFindings(base, head));
      }),
      runs,
    );
  });

  for (const [name, mutation] of Object.entries(wordingMutations)) {
    it(`keeps quiet about the contract: ${name}`, () => {
      fc.assert(
        fc.property(anyPage, fc.array(fc.nat(500), { minLength: 1, maxLength: 6 }), (file, picks) => {
          const text = corpus.read(file);
          const edited = mutateRows(text, mutation, picks);
          expect(contractFindings(readApi({ [file]: text }).api, readApi({ [file]: edited }).api)).toEqual([]);
        }),
        runs,
      );
    });
  }
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { unmirroredFindings } from '../support/mirrored-findings.js';
import { contractMutations, mutateRows } from '../support/mutate-row.js';
import { listPages } from '../support/page-tree.js';
import { readApi } from '../support/read-api.js';
import { addBlankLines, closeRows, padPipes, restyleSamples, shuffleRows } from '../support/restyle-page.js';

const root = 'specs';
const pages = new Map(listPages(root).map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** What no edit of style may touch. */
function contractFindings(file: string, before: string, after: string): string[] {
  const { findings } = diffApis(readApi({ [file]: before }).api, readApi({ [file]: after }).api);
  return findings.filter((finding) => finding.class === 'contract').map(({ ruleId, field }) => `${ruleId} ${field ?? ''}`);
}

describe('an edit that changes no contract gives no finding of class contract', () => {
  test.each([
    ['shuffling siblings with their subtrees', shuffleRows],
    ['adding blank lines', addBlankLines],
    ['closing rows with a pipe', closeRows],
    ['changing blanks around pipes', padPipes],
    ['restyling samples', restyleSamples],
  ])('%s', (_, edit) => {
    fc.assert(
      fc.property(fc.constantFrom(...pages.keys()), fc.infiniteStream(fc.nat(1000)), (file, choices) => {
        const text = pages.get(file) ?? '';
        const edited = edit(text, (count) => choices.next().value % count);
        expect(contractFindings(file, text, edited)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

test('swapping the pages gives the opposite findings, whatever rows were edited', () => {
  const anyMutation = fc.constantFrom(...Object.values(contractMutations));
  const edits = fc.array(fc.tuple(anyMutation, fc.nat(500)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...pages.keys()), edits, (file, chosen) => {
      const text = pages.get(file) ?? '';
      const edited = chosen.reduce((page, [mutation, pick]) => mutateRows(page, mutation, [pick]), text);
      expect(unmirroredFindings(readApi({ [file]: text }).api, readApi({ [file]: edited }).api)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundlePages } from '../support/bundle-pages.js';
import { interpretInput, type Verdict } from '../support/interpret-model.js';
import { inventInput } from '../support/invent-input.js';
import { randomOperation } from '../support/random-page.js';
import { readApi } from '../support/read-api.js';
import { runs, seed, tellLongRun, throwCause } from './runs.js';

const pagesPerBundle = 30;
const inputsPerPage = 250;

test('the generated validators agree with a slow reading of the model', async () => {
  const counts = { pages: 0, accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(0xffff)), async (choices) => {
      const choose = (count: number): number => choices.next().value % count;
      const understood = Array.from({ length: pagesPerBundle }, (_, number) => randomOperation(choose, { number })).flatMap(
        ({ file, text }) => {
          const page = readApi({ [file]: text }).api.pages[0];
          const operation = page?.operations[0];
          return page && operation ? [{ text, page, operation }] : [];
        },
      );
      const built = await bundlePages(understood.map(({ page }) => page));
      counts.pages += understood.length;
      for (const [index, { text, operation }] of understood.entries()) {
        for (let left = inputsPerPage; left > 0; left -= 1) {
          const input = inventInput(operation, choose, left % 2 === 0 ? 1000 : 12);
          const found =
            built[index]?.operations
              .get(operation.id)
              ?.validate(input)
              ?.map(({ pointer }) => pointer) ?? [];
          const verdict = interpretInput(operation, input);
          const [told, wanted] = [asVerdict(found, verdict.lists), comparable(verdict)];
          if (JSON.stringify(told) !== JSON.stringify(wanted)) expect({ input, text, ...told }).toEqual({ input, text, ...wanted });
          if (found.length === 0) counts.accepted += 1;
          else counts.refused += 1;
        }
      }
    }),
    { numRuns: Math.max(1, Math.ceil(runs / pagesPerBundle)), endOnFailure: true, reporter: throwCause, seed },
  );
  tellLongRun('validators', counts);
  // An agreement on refusing everything would say little.
  expect(counts.accepted).toBeGreaterThan(counts.refused / 4);
  expect(counts.refused).toBeGreaterThan(counts.accepted / 10);
});

/** The places that a validator named, and which of the lists in the place of objects it refused. */
function asVerdict(found: readonly string[], lists: readonly string[]): Verdict {
  return comparable({ wrong: found, lists: lists.filter((list) => found.some((pointer) => isAtOrBelow(pointer, list))) }, lists);
}

/** Places once each and in order, without those at or below a list that is refused anyway. */
function comparable({ wrong, lists }: Verdict, covering: readonly string[] = lists): Verdict {
  const told = wrong.filter((pointer) => !covering.some((list) => isAtOrBelow(pointer, list)));
  return { wrong: [...new Set(told)].toSorted(), lists: [...new Set(lists)].toSorted() };
}

function isAtOrBelow(pointer: string, list: string): boolean {
  return pointer === list || pointer.startsWith(`${list}/`);
}

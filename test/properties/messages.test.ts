import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundlePages } from '../support/bundle-pages.js';
import { randomPage } from '../support/random-page.js';
import { createReadBack, type ReadBack } from '../support/read-back.js';
import { readApi } from '../support/read-api.js';
import { isLong, runs, seed, tellLongRun, throwCause } from './runs.js';

const pagesPerBundle = 30;
const messagesPerPage = isLong ? 20 : 5;

let readBack: ReadBack;
beforeAll(async () => {
  readBack = await createReadBack();
});
afterAll(() => readBack.close());

test('what the exported schema allows to answer and to notify, the client reads', async () => {
  const counts = { pages: 0, json: 0, xml: 0, notices: 0 };
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(0xffff)), async (choices) => {
      const choose = (count: number): number => choices.next().value % count;
      const texts = Object.fromEntries(
        Array.from({ length: pagesPerBundle }, (_, number) => randomPage(choose, { number })).map(({ file, text }) => [file, text]),
      );
      const { api } = readApi(texts);
      const { pages } = api;
      const built = await bundlePages(pages);
      for (const message of readBack.messagesOf(api, built)) {
        counts[message.kind] += messagesPerPage;
        for (let left = messagesPerPage; left > 0; left -= 1) {
          const misreading = await message.read(choose);
          if (misreading) expect({ text: texts[message.file], ...misreading }).toBe('read');
        }
      }
      counts.pages += pages.length;
    }),
    { numRuns: Math.max(1, Math.ceil(runs / pagesPerBundle)), endOnFailure: true, reporter: throwCause, seed },
  );
  tellLongRun('messages', counts);
  expect(Math.min(counts.json, counts.xml, counts.notices)).toBeGreaterThan(0);
});

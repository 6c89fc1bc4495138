import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Operation } from '../../generator/model/api.js';
import { requestLayers } from '../../generator/model/wire-layers.js';
import { makeTestBench } from '../support/generated-tests.js';
import { randomPage } from '../support/random-page.js';
import { readApi } from '../support/read-api.js';
import { runs, seed, tellLongRun } from './runs.js';

/** Their tests start a server each. */
const pages = Math.ceil(runs / 5);

const bench = makeTestBench();
afterAll(() => bench.dispose(), 120_000);

test('the generated tests of random pages pass', async () => {
  const [choices] = fc.sample(fc.infiniteStream(fc.nat(0xffff)), { numRuns: 1, seed });
  const choose = (count: number): number => (choices?.next().value ?? 0) % count;
  const texts = Object.fromEntries(
    Array.from({ length: pages }, (_, number) => randomPage(choose, { number })).map(({ file, text }) => [file, text]),
  );
  const { api: all } = readApi(texts);
  const api = { ...all, pages: all.pages.filter((page) => !page.operations.some(redirectsWithSecret)) };
  bench.add('sdk', api);
  const outcomes = await bench.run();
  const fileOf = new Map(api.pages.flatMap(({ file, operations, webhooks }) => [...operations, ...webhooks].map(({ id }) => [id, file])));
  const failures = outcomes.filter(({ status }) => status === 'failed');
  tellLongRun('generated tests', { pages: api.pages.length, tests: outcomes.length, failures: failures.length });
  expect(failures.map(({ subject, title, message }) => ({ subject, title, message, text: texts[fileOf.get(subject) ?? ''] }))).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(api.pages.length);
});

/** No header tells the reader of an address which of its keys encrypted it, so that the SDK makes none. */
function redirectsWithSecret({ protocol, answer, request }: Operation): boolean {
  return protocol === 'v3' && answer.kind === 'redirect' && requestLayers(request).some(({ by }) => by === 'by-rsa-pubkey');
}

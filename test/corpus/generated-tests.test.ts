import { afterAll, describe, expect, it } from 'vitest';
import { corpus, corpusApi } from '../support/corpus.js';
import { makeTestBench } from '../support/generated-tests.js';

describe.runIf(corpus.present)('the generated tests of all real pages', () => {
  const bench = makeTestBench();
  // A thousand folders.
  afterAll(() => bench.dispose(), 120_000);

  it('pass, and every operation and notification has some', async () => {
    const { api } = corpusApi();
    bench.add('sdk', api);
    const outcomes = await bench.run();
    const failures = outcomes.filter(({ status }) => status === 'failed');
    expect(failures.map(({ subject, title, message }) => `${subject} › ${title}: ${message.split('\n', 1)[0]}`)).toEqual([]);

    const tested = new Set(outcomes.filter(({ status }) => status === 'passed').map(({ subject }) => subject));
    const subjects = api.pages.flatMap(({ operations, webhooks }) => [...operations, ...webhooks].map(({ id }) => id));
    expect(subjects.filter((id) => !tested.has(id))).toEqual([]);
    expect(subjects).toHaveLength(1_186);
  });
});

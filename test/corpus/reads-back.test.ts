import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, corpusApi } from '../support/corpus.js';
import { createReadBack, type ReadBack } from '../support/read-back.js';
import { readMessages } from '../support/read-messages.js';

/** Of each answer and each notification. */
const messages = Number(process.env['RUNS'] ?? 5);

describe.skipIf(!corpus.present)('what the document of the corpus allows the platform to send', () => {
  let readBack: ReadBack;
  beforeAll(async () => {
    readBack = await createReadBack();
  });
  afterAll(() => readBack.close());

  it('is read by the client', async () => {
    const { api } = corpusApi();
    const { read, misread } = await readMessages(readBack, api, messages);
    expect(misread).toEqual([]);
    const answering = api.pages.flatMap(({ operations }) => operations).filter(({ answer }) => answer.kind === 'fields');
    expect(read).toBe(messages * (answering.length + api.pages.flatMap(({ webhooks }) => webhooks).length));
  });
});

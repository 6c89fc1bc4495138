import { describe, expect, it } from 'vitest';
import { respond } from '../../generator/mock/respond.js';
import { makeKeys } from '../../templates/testing/keys.js';
import { corpus, corpusApi } from '../support/corpus.js';
import { operationCase } from '../support/operation-case.js';
import { wireRequest } from '../support/wire-request.js';

describe.runIf(corpus.present)('the mock platform on all real pages', () => {
  it('takes a valid call of every operation', async () => {
    const { api } = corpusApi();
    const keys = makeKeys();
    const refused: string[] = [];
    for (const operation of api.pages.flatMap(({ operations }) => operations)) {
      const { status, body } = await respond(wireRequest(operationCase(operation), keys), {
        api,
        keys,
        fixtures: new Map(),
        now: Date.now,
      });
      if (status !== operation.answer.status || String(body).includes('<![CDATA[FAIL]]>'))
        refused.push(`${operation.id}: ${status} ${String(body)}`);
    }
    expect(refused).toEqual([]);
  });
});

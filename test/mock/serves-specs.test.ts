import { describe, expect, it } from 'vitest';
import { respond } from '../../generator/mock/respond.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { makeKeys } from '../../templates/testing/keys.js';
import { listPages, readTreePage } from '../support/page-tree.js';
import { operationCase } from '../support/operation-case.js';
import { wireRequest } from '../support/wire-request.js';

const pages = listPages('specs').flatMap((file) => readTreePage('specs', file).model ?? []);
const { api } = assembleApi(pages);
const keys = makeKeys();

describe('the mock platform', () => {
  it.each(api.pages.flatMap(({ operations }) => operations).map((operation) => [operation.id, operation] as const))(
    'takes a valid call of %s',
    async (_id, operation) => {
      const request = wireRequest(operationCase(operation), keys);
      const { status, body } = await respond(request, { api, keys, fixtures: new Map(), now: Date.now });
      expect([status, String(body)]).toEqual([operation.answer.status, expect.not.stringContaining('FAIL')]);
    },
  );
});

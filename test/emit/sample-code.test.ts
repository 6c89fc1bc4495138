import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCode } from '../../generator/emit/sample-code.js';
import type { Operation, Webhook } from '../../generator/model/api.js';
import { specsApi } from '../support/specs-api.js';
import { sampleModules } from '../support/sample-modules.js';
import { writeSdk, type WrittenSdk } from '../support/written-sdk.js';

const { api } = specsApi();

function codeOf(id: string): string {
  const entries = api.pages.flatMap(({ operations, webhooks }): (Operation | Webhook)[] => [...operations, ...webhooks]);
  const entry = entries.find((candidate) => candidate.id === id);
  return entry === undefined ? '' : sampleCode(entry);
}

describe('the sample code', () => {
  let sdk: WrittenSdk;
  beforeAll(() => {
    sdk = writeSdk(api, sampleModules(api));
  });
  afterAll(() => sdk.dispose());

  test('of every page is what the compiler takes', () => {
    expect(sdk.errors()).toEqual([]);
  });
});

test('has the values of the sample, and plain ones where the sample has cipher text', () => {
  const code = codeOf('POST /v3/aggracct-bc/wb-channel/special-reduction');
  expect(code).toMatch(/^const \{ data \} = await pay\.v3\.aggracctBc\.wbChannel\.specialReduction\.post\(\{\n {2}json: \{\n/);
  expect(code).toContain("out_request_no: 'JE20260301100207'");
  expect(code).toContain("bal_account_no: 'some-bal-account-no'");
  expect(code).not.toContain('headers');
});

test('receives a notification by its type, or by its page where it carries none', () => {
  expect(codeOf('WEBHOOK v3/REFUND.SUCCESS')).toContain("if (event.event_type === 'REFUND.SUCCESS') {");
  expect(codeOf('WEBHOOK v2/refund-processed')).toBe("const event = await pay.webhooks.parse(rawBody, headers, 'v2/refund-processed');");
});

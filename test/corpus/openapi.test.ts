import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../generator/openapi/document.js';
import { toOpenApi } from '../../generator/openapi/to-openapi.js';
import { corpus, corpusApi } from '../support/corpus.js';
import { differencesOf } from '../support/openapi-witness.js';

/** Where the document rightly says something else than a row by row reading: what makes the difference, and its beginning. */
const explained: readonly (readonly [reason: string, difference: string])[] = [
  ['a constant of the URL, no parameter', 'openapi/v2/secapi/mch/addInstitutionsub.md:12 request.addinstitutionsub: '],
  ['a constant of the URL, no parameter', 'openapi/v2/secapi/mch/modifyInstitutionsub.md:12 request.modifyinstitutionsub: '],
  ['a constant of the URL, no parameter', 'openapi/v2/secapi/mch/queryInstitutionsub.md:12 request.queryinstitutionsub: '],
  ['the URL needs it', 'openapi/v3/bank-transfer/batches/out-batch-no/{out_batch_no}.md: request.out_batch_no: '],
  ['the URL needs it', 'openapi/v3/global/merchants/{sub_mchid}.md: request.sub_mchid: '],
  ['the URL needs it', 'openapi/v3/global/papay/transactions/out-trade-no/{out_trade_no}.md: request.out_trade_no: '],
  ['the URL needs it', 'openapi/v3/merchant/fund/withdraw/bill-type/{bill_type}.md: request.bill_type: '],
  [
    'the URL needs it',
    'openapi/v3/offlinefacemch/organizations/{organization_id}/users/user-id/{user_id}/terminate-contract.md: request.user_id: ',
  ],
  ['the URL needs it', 'openapi/v3/payscore/users/{openid}/permissions/{service_id}/terminate.md: request.openid: '],
  ['the URL needs it', 'openapi/v3/payscore/users/{openid}/permissions/{service_id}/terminate.md: request.service_id: '],
  ['words as values of a number', 'openapi/v3/gov/subsidy/zhejiang/authcode/try.md:126 answer.discount_mode: '],
];

/** Strings in answers whose content is a list, because it is one in a request of the same family. */
const listsByFamily: ReadonlyMap<string, string> = new Map([
  ['openapi/v2/secapi/pay/multiprofitsharing.md', 'answer.receivers>'],
  ['openapi/v2/secapi/pay/profitsharing.md', 'answer.receivers>'],
  [
    'openapi/v3/mch-manage/mch-manage-records/sub-mchid/{sub_mchid}.md',
    'answer.data[].requested_item_info>.record_fields[].repeated_field_data>',
  ],
  ['openapi/v3/mch-manage/mch-manage-records/{manage_record_id}.md', 'answer.requested_item_info>.record_fields[].repeated_field_data>'],
]);

describe.skipIf(!corpus.present)('the OpenAPI document of the corpus', () => {
  const document = toOpenApi(corpusApi().api);

  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('has every operation and every webhook', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(operations).toHaveLength(1081);
    expect(operations.filter((operation) => operation['x-protocol'] === 'v2')).toHaveLength(128);
    expect(Object.keys(document.webhooks)).toHaveLength(105);
    expect(Object.keys(document.paths).filter((path) => path.includes('#'))).toEqual([]);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(1081);
  });

  it('says of every field what a second, independent reading of the pages says', () => {
    const differences = differencesOf(document, listsByFamily);
    const unexplained = differences.filter((difference) => !explained.some(([, known]) => difference.startsWith(known)));
    expect(unexplained).toEqual([]);
    const outdated = explained.filter(([, known]) => !differences.some((difference) => difference.startsWith(known)));
    expect(outdated).toEqual([]);
  });

  it('keeps both readings of a content only in answers, the list first', () => {
    const open = contentsWithTwoReadings(document);
    expect(open.length).toBeGreaterThan(0);
    for (const { pointer, types } of open) {
      expect(pointer).toContain('/responses/');
      expect(types).toEqual(['array', 'object']);
    }
  });
});

function contentsWithTwoReadings(document: OpenApiDocument): { pointer: string; types: unknown[] }[] {
  const found: { pointer: string; types: unknown[] }[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      const inner = `${pointer}/${key}`;
      if (
        key === 'contentSchema' &&
        Array.isArray(member?.anyOf) &&
        member.anyOf.some((shape: { type?: string }) => shape.type === 'array')
      ) {
        found.push({ pointer: inner, types: member.anyOf.map((shape: { type?: string }) => shape.type) });
      }
      walk(member, inner);
    }
  };
  walk(document.paths, '/paths');
  walk(document.webhooks, '/webhooks');
  return found;
}

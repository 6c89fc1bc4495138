import { describe, expect, it } from 'vitest';
import { checkSample } from '../support/check-sample.js';
import { corpus, corpusApi } from '../support/corpus.js';

/** Samples that break their own tables: the row, the value, why. */
const exceptions: ReadonlyMap<string, string> = new Map([
  [
    'openapi/v3/apply4subject/applyment.md:53 json.subject_info.special_operation_info[0].category_id: "0" is not listed',
    'a placeholder instead of a listed value',
  ],
  [
    'openapi/v3/bank-transfer/batches/out-batch-no/{out_batch_no}.md:13 out_batch_no: missing',
    'the URL needs it, no row at depth 0 describes it',
  ],
  ['openapi/v3/global/merchants/{sub_mchid}.md:148 sub_mchid: missing', 'the URL needs it, no row at depth 0 describes it'],
  [
    'openapi/v3/global/papay/transactions/out-trade-no/{out_trade_no}.md:10 out_trade_no: missing',
    'the URL needs it, no row at depth 0 describes it',
  ],
  [
    'openapi/v3/global/profit-sharing/receivers.md:18 json.relation_type: "SERVICE_PROVIDER" is not listed',
    'a value that the row does not list',
  ],
  [
    'openapi/v3/marketing/partner/delivery-plan/delivery-plans/{brand_id}/delivery-plans.md:17 query.audit_state: "12000" is not listed',
    'a placeholder instead of a listed value',
  ],
  [
    'openapi/v3/mch-manage/mch-manage-records/{manage_record_id}/mch-manage-submissions.md:21 json.submit_data.record_fields[0].type: "0" is not listed',
    'a placeholder instead of a listed value',
  ],
  [
    'openapi/v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}/submit.md:21 json.submit_data.record_fields[0].type: "0" is not listed',
    'a placeholder instead of a listed value',
  ],
  ['openapi/v3/merchant/fund/withdraw/bill-type/{bill_type}.md:13 bill_type: missing', 'the URL needs it, no row at depth 0 describes it'],
  [
    'openapi/v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/reverse.md:15 json.reverse_reason: "退款" is not listed',
    'a value in words',
  ],
  [
    'openapi/v3/new-tax-control-fapiao/fapiaomerchant/getspinviteurl.md:15 query.fapiao_ability_type_list: no list',
    'one value instead of a list',
  ],
  [
    'openapi/v3/offlineface/transactions.md:30 json.business.business_product_id: "0" is not listed',
    'a placeholder instead of a listed value',
  ],
  [
    'openapi/v3/offlineface/transactions.md:31 json.business.business_scene_id: "0" is not listed',
    'a placeholder instead of a listed value',
  ],
  [
    'openapi/v3/offlinefacemch/organizations/{organization_id}/users/user-id/{user_id}/terminate-contract.md:10 user_id: missing',
    'the URL needs it, no row at depth 0 describes it',
  ],
  [
    'openapi/v3/payscore/payafter-orders/{out_order_no}/complete.md:16 json.finish_type: "0" is not listed',
    'a placeholder instead of a listed value',
  ],
  [
    'openapi/v3/payscore/smartretail-orders/{out_order_no}/complete.md:16 json.finish_type: "0" is not listed',
    'a placeholder instead of a listed value',
  ],
  [
    'openapi/v3/payscore/users/{openid}/permissions/{service_id}/terminate.md:16 openid: missing',
    'the URL needs it, no row at depth 0 describes it',
  ],
  [
    'openapi/v3/payscore/users/{openid}/permissions/{service_id}/terminate.md:17 service_id: missing',
    'the URL needs it, no row at depth 0 describes it',
  ],
  [
    'openapi/v3/transaction-block/transaction-block-submissions/sub-mchid/{sub_mchid}.md:21 json.submit_data.record_fields[0].type: "0" is not listed',
    'a placeholder instead of a listed value',
  ],
]);

describe.skipIf(!corpus.present)('the samples of the corpus', () => {
  const operations = corpusApi().api.pages.flatMap((page) => page.operations);
  const inputs = operations
    .filter(({ protocol }) => protocol === 'v3')
    .flatMap((operation) => operation.samples.flatMap(({ input }) => (input ? [{ operation, input }] : [])));

  it('are read on every v3 operation that has some', () => {
    expect(inputs.length).toBe(952);
  });

  it('pass the rows of their requests, but for known exceptions', () => {
    const problems = inputs.flatMap(({ operation, input }) =>
      checkSample(operation, input).map(({ line, message }) => `${operation.file}:${line} ${message}`),
    );
    expect(problems.filter((problem) => !exceptions.has(problem))).toEqual([]);
    expect([...exceptions.keys()].filter((exception) => !problems.includes(exception))).toEqual([]);
    expect(exceptions.size).toBeLessThanOrEqual(40);
  });
});

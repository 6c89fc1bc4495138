import { testOperation } from '../../../templates/harness/test-operation.js';
import { post, postOperation } from '../exemplar/special-reduction.js';

testOperation(post, postOperation, {
  protocol: 'v3',
  method: 'POST',
  path: '/v3/aggracct-bc/wb-channel/special-reduction',
  input: {
    json: {
      mchid: '1900000001',
      bal_account_no: 'ledger account 4711',
      out_request_no: 'reduction-1',
      reduction_type: 'JUDICIAL_DEDUCTION',
      amount: 1,
      reason: 'a reason',
    },
    headers: {},
  },
  optional: ['headers', 'json.reason'],
  enums: ['json.reduction_type'],
  layers: [{ at: 'json.bal_account_no', by: 'by-rsa-pubkey', key: 'platform' }],
  answer: {
    kind: 'json',
    body: { mchid: '1900000001', bal_account_no: 'ledger account 4711', amount: 1, state: 'SUCCESS' },
    layers: [{ at: 'bal_account_no', by: 'by-rsa-pubkey', key: 'merchant' }],
  },
});

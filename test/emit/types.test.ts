import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { listPages, readTreePage } from '../support/page-tree.js';
import { writeSdk } from '../support/written-sdk.js';

/** What users of the SDK of `specs/` write: right and wrong calls, each in front of the compilers. */
const calls = `
import { expectTypeOf } from 'vitest';
import { WechatPay } from './index.js';
import type { CallOptions, Result } from './runtime/operation.js';
import { type PostInput as Reduction, type PostInputJson as ReductionBody, post as reduce, isPostInput, assertPostInput, PostInputSchema } from './v3/aggracct-bc/wb-channel/special-reduction.js';
import { delete as stopNotices, delete_ } from './v3/merchant-service/complaint-notifications.js';
import type { GetOutput as Complaint } from './v3/merchant-service/complaints-v2/_complaint_id_.js';
import type { PostInput as Upload } from './v3/merchant/media/upload.js';
import type { PostInput as Submission } from './v3/mch-manage/mch-manage-records/_manage_record_id_/mch-manage-submissions.js';
import type { PostInput as Parking } from './v2/vehicle/pay/payapply.js';
import type { GetInput as Entrust } from './v2/papay/entrustweb.js';
import type { PostOutput as Refunds } from './v2/pay/refundquery.js';
import type { PostInput as Order } from './v2/pay/unifiedorder.js';
import type { RefundSuccess, RefundSuccessHandler, RefundSuccessReply } from './webhooks/v3/REFUND.SUCCESS.js';

declare const pay: WechatPay;

const json = { mchid: '1', bal_account_no: 'plain', out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 } as const;

// Plain values in, plain values out, in all call styles and as a function.
export const { data } = await pay.v3.aggracctBc.wbChannel.specialReduction.post({ json });
expectTypeOf(data.bal_account_no).toEqualTypeOf<string | undefined>();
expectTypeOf(data.amount).toEqualTypeOf<number | undefined>();
expectTypeOf(data.state).toEqualTypeOf<'PROCESSING' | 'SUCCESS' | 'FAILED' | (string & {}) | undefined>();
expectTypeOf<'A_NEW_STATE'>().toExtend<typeof data.state>();
expectTypeOf(pay.chain('v3/aggracct-bc/wb-channel/special-reduction').post).toEqualTypeOf(pay.v3.aggracctBc.wbChannel.specialReduction.post);
expectTypeOf(pay['v3/aggracct-bc/wb-channel/special-reduction'].post).toEqualTypeOf(pay.v3.aggracctBc.wbChannel.specialReduction.post);
expectTypeOf(reduce(pay, { json })).toEqualTypeOf<Promise<Result<typeof data>>>();
expectTypeOf(reduce).parameter(2).toEqualTypeOf<CallOptions | undefined>();
pay.v3.aggracctBc.wbChannel.specialReduction._out_request_no_.get({ out_request_no: '1' , query: { mchid: '1', bal_account_no: 'plain' } });

// What the page requires, and what the runtime supplies.
expectTypeOf<ReductionBody['reason']>().toEqualTypeOf<string | undefined>();
expectTypeOf<{ json: ReductionBody }>().toExtend<Reduction>();
reduce(pay, { json: { ...json, reason: undefined }, headers: { 'Wechatpay-Serial': 'PUB_KEY_ID_1' } });
// @ts-expect-error a required row is missing
reduce(pay, { json: { mchid: '1' } });
// @ts-expect-error a value outside of the list
reduce(pay, { json: { ...json, reduction_type: 'OTHER' } });
// @ts-expect-error a text where a number belongs
reduce(pay, { json: { ...json, amount: '1' } });
// @ts-expect-error a row that is not on the page
reduce(pay, { json: { ...json, colour: 'red' } });
// @ts-expect-error a template without a page
pay.chain('v3/no/such/page');
// @ts-expect-error a verb that the page does not have
pay.v3.aggracctBc.wbChannel.specialReduction.get;

// Validators narrow.
declare const unknownInput: unknown;
if (isPostInput(unknownInput)) expectTypeOf(unknownInput).toEqualTypeOf<Reduction>();
const assertInput: (input: unknown) => asserts input is Reduction = assertPostInput;
assertInput(unknownInput);
expectTypeOf(unknownInput).toEqualTypeOf<Reduction>();
expectTypeOf(PostInputSchema['~standard'].validate).parameter(0).toEqualTypeOf<unknown>();

// A verb that is a reserved word.
expectTypeOf(stopNotices).toEqualTypeOf(delete_);
expectTypeOf(pay.v3.merchantService.complaintNotifications.delete).returns.toEqualTypeOf<Promise<Result<undefined>>>();
pay.v3.profitsharing.receivers.delete.post;

// Lists of values, optional lists, nested objects.
expectTypeOf<Complaint['user_tag_list']>().toEqualTypeOf<('TRUSTED' | 'HIGH_RISK' | (string & {}))[] | undefined>();
expectTypeOf<Complaint['complaint_full_refunded']>().toEqualTypeOf<boolean>();

// Content of encoded text is given as it is, nested too; a list may be read-only.
const nested = { item_id: '1', repeated_field_data: [{ longitude: '1' }] } as const;
export const submission: Submission = { manage_record_id: '1', json: { sub_mchid: '1', submit_data: { record_fields: [nested] as const } } };
// @ts-expect-error the wire format is the business of the runtime
export const onTheWire: Submission = { manage_record_id: '1', json: { sub_mchid: '1', submit_data: '{}' } };

// Mutually exclusive shapes, and numbers of XML as text.
type Scene = Parking['xml']['scene_info']['scene_info'];
expectTypeOf<{ start_time: string; plate_number: string; exit_name: string }>().toExtend<Scene>();
expectTypeOf<Order['xml']['total_fee']>().toEqualTypeOf<number | string>();
expectTypeOf<Entrust['query']['sign']>().toEqualTypeOf<string | undefined>();

// Numbered names are lists.
expectTypeOf<Refunds['out_refund_no_$n']>().toExtend<string[] | undefined>();
expectTypeOf<Refunds['coupon_refund_id_$n_$m']>().toEqualTypeOf<string[][] | undefined>();

// Files, streams, addresses, nothing.
export const upload: Upload = { body: { file: { name: 'a.png', data: new Uint8Array() }, meta: { filename: 'a.png', sha256: '0' } } };
expectTypeOf(pay.v3.billdownload.file.get).returns.toEqualTypeOf<Promise<Result<ReadableStream<Uint8Array>>>>();
expectTypeOf(pay.v2.papay.entrustweb.get).returns.toEqualTypeOf<Promise<URL>>();

// Notifications.
const event = await pay.webhooks.parse('{}', {});
if (event.event_type === 'REFUND.SUCCESS') {
  expectTypeOf(event).toEqualTypeOf<RefundSuccess>();
  expectTypeOf(event.resource.ciphertext.out_refund_no).toEqualTypeOf<string>();
}
export const handler: RefundSuccessHandler = (notification): RefundSuccessReply => ({ code: notification.id ? 'SUCCESS' : 'FAIL' });
`;

const specs = fileURLToPath(new URL('../../specs/', import.meta.url));
const pages = ['openapi', 'webhook'].flatMap((root) => listPages(`${specs}${root}`).map((file) => readTreePage(specs, `${root}/${file}`)));
const { api } = assembleApi(pages.flatMap(({ model }) => model ?? []));
const sdk = writeSdk(api, { 'src/calls.ts': calls });
afterAll(() => sdk.dispose());

describe('the types of an SDK', () => {
  it('take what is right and refuse what is wrong, in TypeScript 5.9', () => {
    expect(sdk.errors()).toEqual([]);
  }, 120_000);

  it('do the same in TypeScript 7', async () => {
    expect(await sdk.errorsOf7()).toBe('');
  }, 120_000);
});

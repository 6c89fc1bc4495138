import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createCollector } from '../../generator/diagnostics/collector.js';
import { readPage } from '../../generator/page/index.js';
import { subjectOf, type PageSubject } from '../support/page-subject.js';
import { readTreePage } from '../support/page-tree.js';

/** A construct of the dialect, a page of `specs/` that has it, and how to tell. */
type Construct = readonly [construct: string, file: string, has: (subject: PageSubject) => boolean | undefined];

const specs = fileURLToPath(new URL('../../specs/', import.meta.url));

const v3 = 'openapi/v3';
const v2 = 'openapi/v2';
const applyment = `${v3}/applyment4sub/applyment/index.md`;
const specialReduction = `${v3}/aggracct-bc/wb-channel/special-reduction.md`;
const jsapi = `${v3}/pay/transactions/jsapi.md`;
const queryById = `${v3}/pay/transactions/id/{transaction_id}.md`;
const closeOrder = `${v3}/pay/transactions/out-trade-no/{out_trade_no}/close.md`;
const reverseInvoice = `${v3}/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/reverse.md`;
const notifications = `${v3}/merchant-service/complaint-notifications.md`;
const submissions = `${v3}/mch-manage/mch-manage-records/{manage_record_id}/mch-manage-submissions.md`;
const disposal = `${v3}/merchant-risk-manage/ec-trade-risk/recv-dispose-result.md`;
const coupon = `${v3}/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}.md`;
const upload = `${v3}/merchant/media/upload.md`;
const billFile = `${v3}/billdownload/file.md`;
const statements = `${v3}/statements.md`;
const voucher = `${v3}/transferdownload/elecvoucherfile.md`;
const certificates = `${v3}/certificates.md`;
const unifiedOrder = `${v2}/pay/unifiedorder.md`;
const orderQuery = `${v2}/pay/orderquery.md`;
const downloadBill = `${v2}/pay/downloadbill.md`;
const vehicle = `${v2}/vehicle/pay/payapply.md`;
const entrust = `${v2}/papay/entrustweb.md`;
const realName = `${v2}/secsvc/getrealnameinfo.md`;
const redPacket = `${v2}/mmpaymkttransfers/sendredpack.md`;
const sandbox = `${v2}/xdc/apiv2sandbox/pay/orderquery.md`;
const paid = 'webhook/v3/TRANSACTION.SUCCESS.md';
const withdrawn = 'webhook/v3/MCHWITHDRAW.CHANGE.md';
const retention = 'webhook/v3/ENTRUST.TERMINATE_RETENTION.md';
const cardTaken = 'webhook/v3/BRAND_MEMBER_CARD_SP.USER_CARD.CREATE.md';

const pages: readonly Construct[] = [
  ['single page', specialReduction, ({ page }) => page.kind === 'single'],
  [
    'mix page',
    notifications,
    ({ page }) => page.kind === 'mix' && page.sections.map(({ verb }) => verb.value).join() === 'post,get,put,delete',
  ],
  [
    'stub page',
    `${v2}/mmpaymkttransfers/query_bank.md`,
    ({ page }) => page.kind === 'stub' && page.movedTo?.value === '/openapi/v2/mmpaysptrans/query_bank',
  ],
  ['index of calls', 'openapi/index.md', ({ page }) => page.kind === 'index' && page.links.length > 50],
  ['index of webhooks', 'webhook/index.md', ({ page }) => page.kind === 'index' && page.links.some(({ url }) => url.endsWith('#PARTNER'))],
  ['verb patch', `${v3}/marketing/busifavor/stocks/{stock_id}/budget.md`, ({ section }) => section?.verb.value === 'patch'],
  [
    'interpolated title and description',
    specialReduction,
    ({ text, page, section }) => text.includes('{{ $') && section?.description?.value === page.description?.value,
  ],
  [
    'sentence behind the interpolated description',
    sandbox,
    ({ page, section }) => section?.description?.value.startsWith(`${page.description?.value} `),
  ],
  ['literal title and description', notifications, ({ text, section }) => !text.includes('{{ $') && section?.description !== undefined],
  ['delimiter of two dashes', certificates, ({ text, section }) => text.includes('| -- | -- | --') && section?.request?.rows.length === 1],
  ['URL with a slash at its end', applyment, ({ operation }) => operation?.path === '/v3/applyment4sub/applyment/'],
  ['footer in one line', specialReduction, ({ text, section }) => text.includes('参阅 [') && section?.footer.length === 1],
  ['footer as a list', downloadBill, ({ text, section }) => text.includes('参阅\n- [') && (section?.footer.length ?? 0) > 1],
];

const containers: readonly Construct[] = [
  ['new version', statements, notice('redesigned', '2022.09.08')],
  ['shut down', `${v3}/merchant-service/complaints/{transaction_id}.md`, notice('deprecated', '2021.01.08')],
  ['closed to the public', realName, notice('privated', '2021.11.10')],
  ['access on request, as a list', `${v3}/palmservice/authorization/openid/{openid}.md`, notice('need-accessment')],
  ['URL of an earlier call', voucher, notice('parsed')],
  ['replies that must be signed', retention, notice('special')],
  ['alert above the request', paid, ({ webhook }) => (webhook?.alerts[0]?.items.length ?? 0) > 2],
  ['alert below the response', sandbox, ({ section }) => section?.alerts.length === 1],
  ['note with an anchor', paid, ({ webhook }) => webhook?.notes[0]?.anchor === 'BASIC'],
  ['note without an anchor', paid, ({ webhook }) => webhook?.notes.at(-1)?.anchor === undefined],
];

const separators: readonly Construct[] = [
  [
    'decoded JSON',
    unifiedOrder,
    ({ fields }) => fields('detail').some(({ content }) => content?.format === 'json' && content.fields.length === 3),
  ],
  ['decoded form', redPacket, ({ fields }) => fields('risk_info').some(({ content }) => content?.format === 'urlencoded')],
  ['decrypted JSON', paid, ({ fields }) => fields('ciphertext').some(({ content }) => content?.format === 'json')],
  [
    'decrypted XML',
    'webhook/v2/TRANSACTION.SUCCESS.md',
    ({ fields }) => fields('event_ciphertext').some(({ content }) => content?.format === 'xml'),
  ],
  ['decoded rows at the depth of their string', withdrawn, ({ rows }) => rows('ciphertext').some(({ decoded }) => decoded?.label === true)],
  ['decoded rows that end before the table does', orderQuery, ({ section }) => section?.response?.rows.at(-1)?.name === 'consume_fee'],
  [
    'content inside content',
    submissions,
    ({ fields }) => fields('record_fields').some((field) => field.fields.some(({ content }) => content !== undefined)),
  ],
  ['content that is an object', submissions, ({ fields }) => fields('submit_data').some(({ content }) => content?.shape === 'object')],
  ['content that is a list', submissions, ({ fields }) => fields('repeated_field_data').some(({ content }) => content?.shape === 'list')],
  [
    'alternative shapes inside content',
    vehicle,
    ({ fields }) => fields('scene_info').some(({ alternatives }) => alternatives?.length === 4),
  ],
  [
    'alternative shapes of a label',
    withdrawn,
    ({ fields }) => fields('original_data').some(({ alternatives }) => alternatives?.length === 2),
  ],
  ['value that selects a shape', vehicle, ({ fields }) => fields('scene_info').some(({ when }) => when === 'PARKING')],
];

const spanningRows: readonly Construct[] = [
  ['no content, 204', closeOrder, ({ operation }) => operation?.answer.kind === 'empty' && operation.answer.status === 204],
  ['no content, 202', reverseInvoice, ({ operation }) => operation?.answer.kind === 'empty' && operation.answer.status === 202],
  ['file to be parsed', billFile, stream('data')],
  ['file that is a PDF', voucher, stream('pdf')],
  ['file that is an image', `${v3}/merchant-service/images/{media_id}.md`, stream('image')],
  ['redirect', entrust, ({ operation }) => operation?.answer.kind === 'redirect'],
];

const descriptions: readonly Construct[] = [
  ['13.1 one of', specialReduction, values('reduction_type', 'one-of')],
  ['13.1 single', paid, values('event_type', 'single')],
  ['13.1 status classes, separated by blanks', paid, values('status', 'blank-separated')],
  ['13.1 explained list with a keyword', paid, values('user_repaid', 'explained')],
  [
    '13.1 explained list without a keyword',
    paid,
    ({ fields }) => fields('trade_state').some((field) => field.values?.items[1]?.text !== undefined),
  ],
  ['13.1 values of a number', jsapi, ({ fields }) => fields('subsidy_percent').some((field) => field.type === 'integer' && field.values)],
  ['13.1 values of the elements of a list', jsapi, ({ fields }) => fields('limit_pay').some((field) => field.list && field.values)],
  [
    '13.1 value with a blank',
    vehicle,
    ({ fields }) => fields('trade_scene').some((field) => field.values?.items[1]?.value === 'PARKING SPACE'),
  ],
  [
    '13.1 negative value',
    `${v2}/appauth/getaccesstoken.md`,
    ({ fields }) => fields('retcode').some((field) => field.values?.items[1]?.value === '-1'),
  ],
  [
    '13.1 value of a string that looks like a number',
    realName,
    ({ fields }) => fields('version').some((field) => field.type === 'string' && field.values?.items[1]?.value === '2.0'),
  ],
  [
    '13.2 constant behind a keyword',
    certificates,
    ({ fields }) => fields('associated_data').some(({ constant }) => constant?.value === 'certificate'),
  ],
  [
    '13.2 constant as the whole description',
    paid,
    ({ fields }) => fields('Content-Type').some(({ constant }) => constant?.value === 'application/json'),
  ],
  [
    '13.2 default behind a list of values',
    certificates,
    ({ fields }) => fields('algorithm_type').some((field) => field.default?.value === 'RSA' && field.values?.items.length === 3),
  ],
  ['13.3 rate limit', specialReduction, ({ operation }) => operation?.prose.rateLimits[0]?.limit === 100],
  ['13.3 idempotency window', specialReduction, ({ operation }) => operation?.prose.idempotencyDays === 31],
  [
    '13.3 error codes',
    specialReduction,
    ({ operation }) => operation?.prose.errorCodes.map(({ code }) => code).join() === 'NOT_ENOUGH,ALREADY_EXISTS',
  ],
  ['13.3 address', statements, ({ operation }) => operation?.baseUris[0] === 'https://api.mch.weixin.qq.com/hk/'],
  ['link', coupon, ({ rows }) => rows('hall_id').some(({ description }) => description.links.length === 1)],
];

const requestGroups: readonly Construct[] = [
  ['path', queryById, ({ group, operation }) => group('path') && operation?.pathParameters.join() === 'transaction_id'],
  ['several path parameters', coupon, ({ operation }) => operation?.pathParameters.join() === 'openid,coupon_code,appid'],
  ['json', specialReduction, ({ group }) => group('json')?.length === 6],
  ['query', `${v3}/bill/tradebill.md`, ({ group }) => group('query')?.some(({ name }) => name === 'tar_type')],
  [
    'query with an encrypted field',
    `${v3}/aggracct-bc/wb-channel/special-reduction/{out_request_no}.md`,
    ({ group }) => group('query')?.some(({ encryption }) => encryption?.key === 'platform'),
  ],
  ['optional group', certificates, ({ operation }) => operation?.request[0]?.field.required === false],
  ['headers', specialReduction, ({ group }) => group('headers')?.[0]?.name === 'Wechatpay-Serial'],
  [
    'header against repetition',
    `${v3}/marketing/partnerships/terminate.md`,
    ({ group }) => group('headers')?.[0]?.name === 'Idempotency-Key',
  ],
  [
    'body',
    upload,
    ({ group }) =>
      group('body')
        ?.map(({ name }) => name)
        .join() === 'file,meta',
  ],
  ['xml', unifiedOrder, ({ group }) => group('xml') !== undefined],
  ['base_uri', statements, ({ group }) => group('base_uri') !== undefined],
  ['security', `${v2}/secapi/pay/refund.md`, ({ group }) => group('security') !== undefined],
  ['nonceless', `${v2}/papay/querycontract.md`, ({ group }) => group('nonceless') !== undefined],
  ['fragment', entrust, ({ group }) => group('fragment') !== undefined],
  ['timeout', sandbox, ({ group }) => group('timeout') !== undefined],
  ['no group', notifications, ({ operations }) => operations.some(({ request }) => request.length === 0)],
];

const responses: readonly Construct[] = [
  ['fields of JSON', jsapi, ({ operation }) => operation?.answer.kind === 'fields' && operation.answer.format === 'json'],
  ['fields of XML', unifiedOrder, ({ operation }) => operation?.answer.kind === 'fields' && operation.answer.format === 'xml'],
  [
    'JSON on a v2 page',
    `${v2}/appauth/getaccesstoken.md`,
    ({ operation }) => operation?.answer.kind === 'fields' && operation.answer.format === 'json',
  ],
  ['errors of a download', downloadBill, ({ operation }) => operation?.answer.kind === 'stream' && operation.answer.fields.length === 3],
  ['reply in JSON', paid, ({ webhook }) => webhook?.reply.map(({ name }) => name).join() === 'status,body'],
  ['reply in XML', 'webhook/v2/transaction-success.md', ({ webhook }) => webhook?.reply.map(({ name }) => name).join() === 'body'],
  [
    'signed reply with fields of its own',
    retention,
    ({ webhook }) => webhook?.reply.map(({ name }) => name).join() === 'status,headers,body',
  ],
];

const namesAndTypes: readonly Construct[] = [
  ['list in flat names', orderQuery, ({ fields }) => fields('coupon_id_$n').length === 1],
  ['list of lists in flat names', `${v2}/pay/refundquery.md`, ({ fields }) => fields('coupon_refund_id_$n_$m').length === 1],
  ['string', jsapi, type('appid', 'string')],
  ['string[]', jsapi, type('limit_pay', 'string', true)],
  ['integer', jsapi, type('total', 'integer')],
  ['integer[]', coupon, type('week_day', 'integer', true)],
  ['number', disposal, type('refund_amount', 'number')],
  ['number[]', disposal, type('disp_conclusion', 'number', true)],
  ['boolean', jsapi, type('support_fapiao', 'boolean')],
  ['object', jsapi, type('payer', 'object')],
  ['object[]', jsapi, type('goods_detail', 'object', true)],
  ['literal true', redPacket, type('security', 'true')],
  ['float', sandbox, type('timeout', 'float')],
  ['encrypted with the platform key', specialReduction, encrypted('bal_account_no', 'by-rsa-pubkey platform')],
  ['encrypted with the merchant key', specialReduction, encrypted('bal_account_no', 'by-rsa-pubkey merchant')],
  ['encrypted with the bank key', `${v2}/mmpaysptrans/pay_bank.md`, encrypted('enc_bank_no', 'by-rsa-pubkey bank')],
  ['encrypted with the APIv3 key', paid, encrypted('ciphertext', 'by-aes-gcm apiv3')],
  ['encrypted with the digest of the API key', 'webhook/v2/refund-processed.md', encrypted('req_info', 'by-aes-ecb apikey-digest')],
  [
    'encrypted elements of a list',
    cardTaken,
    ({ fields }) => fields('user_chosen_values').some(({ list, encryption }) => list && encryption),
  ],
  ['encrypted field inside encrypted content', cardTaken, encrypted('phone_number', 'by-rsa-pubkey merchant')],
  ['signed', realName, ({ fields }) => fields('cert_sign').some(({ signature }) => signature)],
  ['encoded', upload, ({ fields }) => fields('meta').some(({ encoding }) => encoding?.value === 'by-json_encode')],
  ['length in the tooltip', sandbox, ({ rows }) => rows('out_trade_no').some((row) => row.type.tooltip?.value.includes('最长'))],
];

const codeGroups: readonly Construct[] = [
  ['16.1 six labels', specialReduction, labels('异步纯链式', '异步声明式', '异步属性式', '同步纯链式', '同步声明式', '同步属性式')],
  ['16.1 handler', paid, labels('处理程序')],
  ['16.1 program that builds a URL', entrust, labels('标准PSR7')],
  [
    '16.2 three styles, asynchronous and not',
    specialReduction,
    ({ calls }) => new Set(calls.map(({ style, async }) => `${style} ${async}`)).size === 6,
  ],
  [
    '16.2 placeholder in a chain',
    queryById,
    ({ calls }) => calls[0]?.style === 'chain' && calls[0].template === 'v3/pay/transactions/id/{transaction_id}',
  ],
  ['16.3 argument as JSON', unifiedOrder, ({ argumentEncodings }) => argumentEncodings.includes('json')],
  ['16.3 argument as a form', redPacket, ({ argumentEncodings }) => argumentEncodings.includes('urlencode')],
  ['16.3 argument without a row', billFile, ({ optionKeys }) => optionKeys.includes('sink')],
  ['16.4 upload', upload, ({ section }) => section?.samples[0]?.code.startsWith('$media = ')],
  ['16.4 answer without signature', voucher, ({ optionKeys }) => optionKeys.includes('handler')],
  ['16.4 signature', realName, ({ section }) => section?.samples[0]?.code.includes('Rsa::sign(')],
  ['16.5 JSON', specialReduction, answered('json')],
  ['16.5 XML', unifiedOrder, answered('xml')],
  ['16.5 204', closeOrder, answered('status-204')],
  ['16.5 202', reverseInvoice, answered('status-202')],
  ['16.5 nothing', statements, answered('none')],
  ['16.6 presets of two fields', `${v3}/fund-app/mch-transfer/transfer-bills.md`, ({ section }) => section?.presets.length === 8],
  ['16.6 presets of a list', `${v3}/payscore/serviceorder.md`, ({ section }) => section?.presets.at(-1)?.label === '智慧零售(无人设备)'],
];

describe.each([
  ['pages, headings, footers (dialect.md §2 to §5, §23)', pages],
  ['containers, alerts, notes (§6, §18, §23)', containers],
  ['names and types (§8, §9, §23)', namesAndTypes],
  ['separator rows (§11)', separators],
  ['spanning rows (§12)', spanningRows],
  ['descriptions (§13)', descriptions],
  ['request groups (§14)', requestGroups],
  ['responses (§15)', responses],
  ['code groups (§16)', codeGroups],
])('specs/ has all kinds of %s', (_, constructs) => {
  test.each(constructs)('%s: %s', (_construct, file, has) => {
    expect(has(subjectOf(readTreePage(specs, file)))).toBeTruthy();
  });
});

// A string above decoded rows that lacks its mark is understood, but a fault (dialect.md §11), and specs/ is free of faults.
test('separator rows (§11): decoded rows below a string whose mark was forgotten are understood', () => {
  const { file, text } = readTreePage(specs, upload);
  const collector = createCollector(file);
  const page = readPage(text.replace(/ \{[^}]*data-encoded=[^}]*\}/, ''), file, collector);
  const meta = page?.sections[0]?.request?.rows[0]?.children.find(({ name }) => name === 'meta');
  expect(meta?.type.encoded).toBeUndefined();
  expect(meta?.decoded?.rows.map(({ name }) => name)).toEqual(['sha256', 'filename']);
  expect(collector.diagnostics.map(({ code }) => code)).toEqual(['doc-layer-owner-ambiguous']);
});

function notice(status: string, date?: string): Construct[2] {
  return ({ section }) => section?.notices.some((one) => one.status === status && one.date === date);
}

function stream(media: string): Construct[2] {
  return ({ operation }) => operation?.answer.kind === 'stream' && operation.answer.media === media;
}

function values(name: string, form: string): Construct[2] {
  return ({ fields }) => fields(name).some((field) => field.values?.form === form);
}

function type(name: string, word: string, list = false): Construct[2] {
  return ({ fields }) => fields(name).some((field) => field.type === word && field.list === list);
}

function encrypted(name: string, kindAndKey: string): Construct[2] {
  return ({ fields }) => fields(name).some(({ encryption }) => encryption && `${encryption.kind} ${encryption.key}` === kindAndKey);
}

function labels(...expected: readonly string[]): Construct[2] {
  return ({ section }) => section?.samples.map(({ label }) => label).join() === expected.join();
}

function answered(answer: string): Construct[2] {
  return ({ calls }) => calls.length > 0 && calls.every((call) => call.answer === answer);
}

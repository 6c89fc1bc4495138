import { answers, exampleNotification, examplePage, exampleStub, type ExampleOperation, type RuleExample } from './example-page.js';

const file = 'openapi/v3/lamps.md';
const notification = 'webhook/v3/LAMP.LIT.md';
const rows = 'json! object\n  lamp_id! string | number\n  colour string | colour';

/** One page, of which one operation is edited. */
function edit(base: ExampleOperation, head: ExampleOperation): RuleExample {
  return { base: { [file]: examplePage({ request: rows, ...base }) }, head: { [file]: examplePage({ request: rows, ...head }) } };
}

/** The same page under two paths. */
function relocate(from: string, to: string, operation: ExampleOperation = {}, moved: ExampleOperation = operation): RuleExample {
  return { base: { [from]: examplePage({ request: rows, ...operation }) }, head: { [to]: examplePage({ request: rows, ...moved }) } };
}

/** One notification, of which one part is edited. */
function notify(base: Parameters<typeof exampleNotification>[0], head: Parameters<typeof exampleNotification>[0]): RuleExample {
  return { base: { [notification]: exampleNotification(base) }, head: { [notification]: exampleNotification(head) } };
}

const get = { method: 'get', request: 'lamp_id! string | number', title: 'Look at a lamp' };
const post = { method: 'post', request: `lamp_id! string | number\n${rows}` };
const upload =
  'body! object\n  file! object | picture of at most 2M, jpg\n  meta! string {data-encoded=by-json_encode}\n---\n    sha256! string | digest\n    filename! string | name';
const link = 'download_url! string | 有效期为10分钟\nhash_type! string | `SHA1` 枚举值';
const packed = 'query! object\n  tar_type string | `GZIP` 枚举值';
const xml = 'xml! object\n  lamp_id! string | number\n  sign_type string | `MD5` | `HMAC-SHA256` 枚举值之一';
const head = 'headers! object\n  Trace-Id! string | number of the trace\n';
const serial = '  Wechatpay-Serial! string | number of the key\n';
const mark = '::: danger :no_entry_sign: {.im-deprecated}\n\n本接口服务 已于 `2025.01.01` (北京时间) 下线\n\n:::';
const notice = '::: warning :pushpin: {.im-important}\n\nLamps are lit at night only.\n\n:::';

/** One edit for every rule without side columns that a pair of pages can fire. */
export const pageExamples = {
  'page-added': { base: {}, head: { [file]: examplePage({ request: rows }) } },
  'page-removed': { base: { [file]: examplePage({ request: rows }) }, head: {} },
  'page-moved': {
    base: { [file]: examplePage({ request: rows }) },
    head: { [file]: exampleStub('/openapi/v3/lights'), 'openapi/v3/lights.md': examplePage({ request: rows }) },
  },
  'operation-added': {
    base: { 'openapi/v3/lamps/{lamp_id}.md': examplePage(get) },
    head: { 'openapi/v3/lamps/{lamp_id}.md': examplePage(get, post) },
  },
  'operation-removed': {
    base: { 'openapi/v3/lamps/{lamp_id}.md': examplePage(get, post) },
    head: { 'openapi/v3/lamps/{lamp_id}.md': examplePage(get) },
  },
  'operation-method-changed': edit({ method: 'post' }, { method: 'patch' }),
  'operation-path-changed': relocate('openapi/v3/lamps/lightup.md', 'openapi/v3/lamps/lightUp.md'),
  'operation-host-changed': edit(
    { request: `base_uri! string | \`https://lamps.mch.weixin.qq.com/\`\n${rows}` },
    { request: `base_uri! string | \`https://lights.mch.weixin.qq.com/\`\n${rows}` },
  ),
  'operation-protocol-changed': relocate('openapi/v2/lamps/light.md', 'openapi/v3/lamps/light.md', {
    request: 'query! object\n  lamp_id! string | number',
  }),
  'operation-deprecated': edit({}, { notice: mark }),
  'operation-undeprecated': edit({ notice: mark }, {}),
  'path-param-added': relocate(
    'openapi/v3/lamps/light.md',
    'openapi/v3/lamps/{lamp_id}/light.md',
    { request: rows },
    { request: `lamp_id! string | number\n${rows}` },
  ),
  'path-param-removed': relocate(
    'openapi/v3/lamps/{lamp_id}/light.md',
    'openapi/v3/lamps/light.md',
    { request: `lamp_id! string | number\n${rows}` },
    { request: rows },
  ),
  'path-param-reordered': relocate('openapi/v3/{room}/lamps/{lamp_id}.md', 'openapi/v3/{lamp_id}/lamps/{room}.md', {
    request: 'room! string | room\nlamp_id! string | number',
  }),
  'path-param-renamed': relocate(
    'openapi/v3/lamps/{lamp_id}.md',
    'openapi/v3/lamps/{id}.md',
    { request: `lamp_id! string | number\n${rows}` },
    { request: `id! string | number\n${rows}` },
  ),
  'variant-added': notify(
    { notes: '1. Lamps of the house {#HOUSE}' },
    { notes: '1. Lamps of the house {#HOUSE}\n1. Lamps of the street {#STREET}' },
  ),
  'variant-removed': notify(
    { notes: '1. Lamps of the house {#HOUSE}\n1. Lamps of the street {#STREET}' },
    { notes: '1. Lamps of the house {#HOUSE}' },
  ),
  'response-kind-changed': edit({}, { response: answers.nothing }),
  'container-added-required': edit({}, { request: `${rows}\nquery! object\n  page! integer | page` }),
  'container-added-optional': edit({}, { request: `${rows}\nquery object\n  page integer | page` }),
  'container-removed': edit({ request: `${rows}\nquery! object\n  page! integer | page` }, {}),
  'container-changed': edit(
    { method: 'get', request: 'query! object\n  lamp_id! string | number' },
    { method: 'get', request: 'json! object\n  lamp_id! string | number' },
  ),
  'body-kind-changed': edit({ request: rows }, { request: rows.replace('json', 'xml') }),
  'request-header-added-required': edit(
    { request: `${rows}\nheaders! object\n  Room-Id! string | room` },
    { request: `${rows}\n${head}  Room-Id! string | room` },
  ),
  'request-header-removed': edit(
    { request: `${rows}\n${head}  Room-Id! string | room` },
    { request: `${rows}\nheaders! object\n  Room-Id! string | room` },
  ),
  'accept-kind-changed': edit({ response: answers.file }, { response: answers.pdf }),
  'serial-header-added': edit({ request: `${rows}\n${head}` }, { request: `${rows}\n${head}${serial}` }),
  'serial-header-removed': edit({ request: `${rows}\n${head}${serial}` }, { request: `${rows}\n${head}` }),
  'request-signature-added': edit(
    { request: `${rows}\n  proof string | proof` },
    { request: `${rows}\n  proof string {data-signed=by-rsa-privatekey} | proof` },
  ),
  'request-signature-removed': edit(
    { request: `${rows}\n  proof string {data-signed=by-rsa-privatekey} | proof` },
    { request: `${rows}\n  proof string | proof` },
  ),
  'operation-nonceless-changed': edit({ request: xml }, { request: `nonceless \`true\` | no nonce\n${xml}` }),
  'sign-type-changed': edit({ request: xml }, { request: xml.replace('`MD5` | `HMAC-SHA256` 枚举值之一', '`HMAC-SHA256` 枚举值') }),
  'client-certificate-required': edit({ request: xml }, { request: `security! \`true\` | certificate\n${xml}` }),
  'client-certificate-dropped': edit({ request: `security! \`true\` | certificate\n${xml}` }, { request: xml }),
  'algorithm-suite-changed': notify({}, { suite: '`WECHATPAY2-SM2-WITH-SM3` 枚举值' }),
  'webhook-event-added': { base: {}, head: { [notification]: exampleNotification() } },
  'webhook-event-removed': { base: { [notification]: exampleNotification() }, head: {} },
  'webhook-event-renamed': notify({}, { eventType: '`LAMP.LIGHTED` 枚举值' }),
  'webhook-event-value-added': notify({}, { eventType: '`LAMP.LIT` | `LAMP.DIMMED` 枚举值之一' }),
  'webhook-event-value-removed': notify({ eventType: '`LAMP.LIT` | `LAMP.DIMMED` 枚举值之一' }, {}),
  'webhook-resource-type-changed': notify({}, { resourceType: '`light` 枚举值' }),
  'webhook-envelope-field-added-required': notify({}, { envelope: 'room! string | room' }),
  'webhook-envelope-field-added-optional': notify({}, { envelope: 'room string | room' }),
  'webhook-envelope-field-removed': notify({ envelope: 'room! string | room' }, {}),
  'webhook-cipher-changed': notify({}, { algorithm: '`AEAD_SM4_GCM` 枚举值' }),
  'webhook-payload-encrypted': notify({ resource: 'ciphertext! string | payload\nlamp_id! string | number of the lamp' }, {}),
  'webhook-payload-decrypted': notify({}, { resource: 'ciphertext! string | payload\nlamp_id! string | number of the lamp' }),
  'webhook-signature-header-added': notify({}, { headers: 'Wechatpay-Nonce! string | random text' }),
  'webhook-signature-header-removed': notify({ headers: 'Wechatpay-Nonce! string | random text' }, {}),
  'webhook-format-changed': notify({}, { contentType: '`text/xml`' }),
  'webhook-ack-status-changed': notify({ replyStatus: '`20X` `4XX` 枚举值之一' }, { replyStatus: '`20X` `5XX` 枚举值之一' }),
  'webhook-ack-code-removed': notify({ reply: 'code string | `SUCCESS` | `FAIL` 枚举值之一' }, { reply: 'code string | `SUCCESS` 枚举值' }),
  'webhook-ack-code-added': notify({ reply: 'code string | `SUCCESS` 枚举值' }, { reply: 'code string | `SUCCESS` | `FAIL` 枚举值之一' }),
  'webhook-ack-body-changed': notify({ hasReplyBody: false }, {}),
  'webhook-deadline-changed': notify({ alert: alert('超时(5s)未应答') }, { alert: alert('超时(3s)未应答') }),
  'webhook-retries-changed': notify({ alert: alert('通知频率为15s/30s') }, { alert: alert('通知频率为15s/30s/3m') }),
  'upload-meta-changed': edit({ request: upload }, { request: upload.replace('filename!', 'name!') }),
  'upload-part-renamed': edit({ request: upload }, { request: upload.replace('file!', 'media_file!') }),
  'upload-part-added': edit({ request: upload }, { request: `${upload}\n  note string | note` }),
  'upload-part-removed': edit({ request: `${upload}\n  note string | note` }, { request: upload }),
  'upload-digest-changed': edit({ request: upload }, { request: upload.replace('sha256', 'sm3') }),
  'upload-limit-tightened': edit({ request: upload }, { request: upload.replace('2M', '1M') }),
  'upload-limit-loosened': edit({ request: upload }, { request: upload.replace('jpg', 'jpg, png') }),
  'download-hash-changed': edit({ response: link }, { response: link.replace('SHA1', 'SM3') }),
  'download-compression-changed': edit({ request: packed }, { request: packed.replace('GZIP', 'ZIP') }),
  'download-expiry-changed': edit({ response: link }, { response: link.replace('10', '5') }),
  'rate-limit-lowered': edit({ description: '接口限频：100qps' }, { description: '接口限频：50qps' }),
  'rate-limit-raised': edit({ description: '接口限频：50qps' }, { description: '接口限频：100qps' }),
  'rate-limit-scope-changed': edit({ description: '接口限频：单商户号100qps' }, { description: '接口限频：单订单100qps' }),
  'idempotency-window-shortened': edit({ description: '幂等可重入时间：31天' }, { description: '幂等可重入时间：7天' }),
  'idempotency-window-lengthened': edit({ description: '幂等可重入时间：7天' }, { description: '幂等可重入时间：31天' }),
  'retry-guidance-changed': edit({ description: '重试前先查询' }, { description: '可直接重试' }),
  'error-code-added': edit({ description: 'Answers 403-NOT_LIT' }, { description: 'Answers 403-NOT_LIT and 400-BROKEN' }),
  'error-code-removed': edit({ description: 'Answers 403-NOT_LIT and 400-BROKEN' }, { description: 'Answers 403-NOT_LIT' }),
  'error-table-changed': edit(
    { response: 'failure:\nerr_code string | what failed' },
    { response: 'failure:\nerr_code string | what went wrong' },
  ),
  'availability-changed': edit({}, { notice }),
  'title-changed': edit({ title: 'Light a lamp' }, { title: 'Light one lamp' }),
  'official-link-changed': edit({ link: 'lamps' }, { link: 'lights' }),
  'example-changed': edit({ sample: 1 }, { sample: 2 }),
  'description-changed': edit({ description: 'Lights one lamp.' }, { description: 'Lights a single lamp.' }),
} as const satisfies Readonly<Record<string, RuleExample>>;

function alert(text: string): string {
  return `> [!IMPORTANT] 注意：\n> - ${text}`;
}

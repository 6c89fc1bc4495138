import type { Declaration } from './declaration.js';

const noRows = '';
const teaId = '| tea_id {data-required} | string | number of the tea';

function table(heading: string, id: string, rows: string): string {
  return `| ${heading} | 类型 {.type} | 描述 {.desc}\n| --- | --- | ---\n${rows === '' ? '' : `${rows}\n`}\n{.im-table #${id}}\n`;
}

function call(file: string, rows: string, samples = ''): string {
  const answer = table('返回字典', 'response', '| state | string | state of the order');
  return `<!-- ${file} -->\n# Tea {#post}\n\nOrders a tea.\n\n${table('请求参数', 'request', rows)}\n${samples}${answer}`;
}

function sample(code: string): string {
  return `::: code-group\n\n\`\`\`php [同步声明式]\n${code}\n\`\`\`\n\n:::\n\n`;
}

/** A page and an overlay for it. */
function overlay(entries: string): string {
  const page = call('openapi/v3/teas.md', '| json {data-required} | object | the body\n| sort {data-indent=1} | string | sort of tea');
  return `${page}\n<!-- overlays/teas.yaml -->\n${entries}\n`;
}

function notification(file: string, rows: string): string {
  const body = `| body {data-required} | object | the message\n${rows}`;
  const reply = table('应答规范', 'response', '| status | number | status');
  return `<!-- ${file} -->\n# Tea is ready {#post}\n\nTells that a tea is ready.\n\n${table('请求参数', 'request', body)}\n${reply}`;
}

/** Codes that `generator/model` reports. A line `<!-- FILE -->` in an example says where the page below it lies. */
export const modelDeclarations = {
  'doc-path-param-undocumented': {
    severity: 'warn',
    title: 'Path parameter without a row',
    why: 'the parameter is required by the URL, so it is taken as a string of unknown meaning',
    fix: 'add a row for the parameter at depth 0 of the request table',
    example: {
      bad: call(
        'openapi/v3/teas/{tea_id}.md',
        '| query {data-required} | object | the query\n| lang {data-indent=1} | string | language of the answer',
      ),
      good: call('openapi/v3/teas/{tea_id}.md', '| tea_id {data-required} | string | number of the tea'),
    },
  },
  'doc-path-param-unused': {
    severity: 'warn',
    title: 'Row for a path parameter that the URL lacks',
    why: 'the value would be asked for and never sent',
    fix: 'rename the row to the placeholder of the URL',
    example: {
      bad: call('openapi/v3/teas/{tea_id}.md', '| id {data-required} | string | number of the tea'),
      good: call('openapi/v3/teas/{tea_id}.md', '| tea_id {data-required} | string | number of the tea'),
    },
  },
  'doc-group-unknown': {
    severity: 'error',
    title: 'Row at depth 0 that is no group',
    why: 'nothing says whether the value travels in the body, the query or the headers, so it is not sent',
    fix: 'indent the row below its group with `data-indent`',
    example: {
      bad: call('openapi/v3/teas.md', '| json {data-required} | object | the body\n| sort {data-required} | string | sort of tea'),
      good: call(
        'openapi/v3/teas.md',
        '| json {data-required} | object | the body\n| sort {data-required data-indent=1} | string | sort of tea',
      ),
    },
  },
  'doc-values-of-other-type': {
    severity: 'warn',
    title: 'Values that are not of the type',
    why: 'no value could be of the type and one of the list, so the emitted type is `string`',
    fix: 'write `string` in the type cell, or values of the type in the list',
    example: {
      bad: call(
        'openapi/v3/teas.md',
        '| json {data-required} | object | the body\n| size {data-indent=1} | number | size<br/>`CUP` \\| `POT` 枚举值之一',
      ),
      good: call(
        'openapi/v3/teas.md',
        '| json {data-required} | object | the body\n| size {data-indent=1} | string | size<br/>`CUP` \\| `POT` 枚举值之一',
      ),
    },
  },
  'doc-protocol-unknown': {
    severity: 'error',
    title: 'Page outside of v2 and v3',
    why: 'the URL cannot be read from the path of the file; v3 is assumed',
    fix: 'move the page below a folder `v2` or `v3`',
    example: { bad: call('openapi/teas.md', noRows), good: call('openapi/v3/teas.md', noRows) },
  },
  'doc-template-mismatch': {
    severity: 'warn',
    title: 'Sample calls another URL',
    why: 'the path of the file counts, so a page in the wrong place gives a wrong URL',
    fix: 'move the page to the path of its URL, or correct the sample',
    example: {
      bad: call('openapi/v3/teas.md', noRows, sample("$instance->chain('v3/coffees')->post([]);")),
      good: call('openapi/v3/teas.md', noRows, sample("$instance->chain('v3/teas')->post([]);")),
    },
  },
  'doc-verb-mismatch': {
    severity: 'warn',
    title: 'Sample uses another method',
    why: 'the anchor of the heading counts, so a wrong anchor gives a wrong method',
    fix: 'correct the anchor or the sample',
    example: {
      bad: call('openapi/v3/teas.md', noRows, sample("$instance->chain('v3/teas')->get([]);")),
      good: call('openapi/v3/teas.md', noRows, sample("$instance->chain('v3/teas')->post([]);")),
    },
  },
  'doc-webhook-payload-missing': {
    severity: 'error',
    title: 'Notification without decrypted rows',
    why: 'a receiver would get a payload without a type',
    fix: 'mark the cipher text with `data-encrypted=by-aes-gcm` and describe its content below a separator',
    example: {
      bad: notification('webhook/v3/TEA.READY.md', '| ciphertext {data-required data-indent=1} | string | the cipher text'),
      good: notification(
        'webhook/v3/TEA.READY.md',
        '| ciphertext {data-required data-indent=1} | string {data-encrypted=by-aes-gcm} | the cipher text\n' +
          '| {colspan=3 .im-table-line}\n| tea_id {data-required data-indent=2} | string | number of the tea',
      ),
    },
  },
  'doc-output-collision': {
    severity: 'fatal',
    title: 'Two pages with one output',
    why: 'on a disk that knows no upper case one file would overwrite the other',
    fix: 'rename one of the pages',
    example: {
      bad: `${call('openapi/v3/Teas.md', noRows)}\n${call('openapi/v3/teas.md', noRows)}`,
      good: `${call('openapi/v3/teas.md', noRows)}\n${call('openapi/v3/tea-pots.md', noRows)}`,
    },
  },
  'doc-kind-mixed': {
    severity: 'error',
    title: 'Page of operations and notifications',
    why: 'a page becomes one module, of operations or of a notification; only what is of the kind of its first heading is used',
    fix: 'put the notification on a page of its own, below `webhook/`',
    example: {
      bad: `${call('openapi/v3/teas.md', noRows)}\n${notification('openapi/v3/teas.md', noRows).replace(/^.*\n/, '').replace('# Tea is ready {#post}', '## Tea is ready {#put}')}`,
      good: call('openapi/v3/teas.md', noRows),
    },
  },
  'doc-operation-repeated': {
    severity: 'error',
    title: 'Operation described twice',
    why: 'only the first description counts',
    fix: 'remove one of the descriptions, or correct its verb or path',
    example: {
      bad: `${call('openapi/v3/teas.md', noRows)}\n${call('openapi/old/v3/teas.md', noRows)}`,
      good: `${call('openapi/v3/teas.md', noRows)}\n${call('openapi/old/v3/tea-pots.md', noRows)}`,
    },
  },
  'doc-url-shared': {
    severity: 'info',
    title: 'Two templates for one URL',
    why: 'they differ only in the names of placeholders: a server sees one operation, the SDK has two',
    fix: 'make it one page, if it is one operation',
    example: {
      bad: `${call('openapi/v3/teas/{tea_id}.md', teaId)}\n${call('openapi/v3/teas/{name}.md', '| name {data-required} | string | name')}`,
      good: `${call('openapi/v3/teas/{tea_id}.md', teaId)}\n${call('openapi/v3/tea-names/{name}.md', '| name {data-required} | string | name')}`,
    },
  },
  'doc-overlay-invalid': {
    severity: 'fatal',
    title: 'Overlay file that breaks its form',
    why: 'a correction that is not applied would be missing in the SDK without a word',
    fix: 'write the entry as `overlay.schema.json` describes it',
    example: {
      bad: overlay('- operation: POST /v3/teas\n  reason: the shop asks for it\n  set: { required: true }'),
      good: overlay('- operation: POST /v3/teas\n  field: json.sort\n  reason: the shop asks for it\n  set: { required: true }'),
    },
  },
  'doc-overlay-unknown': {
    severity: 'error',
    title: 'Overlay for something that is not there',
    why: 'the correction is not applied',
    fix: 'correct the address, or remove the entry',
    example: {
      bad: overlay('- operation: POST /v3/tea\n  field: json.sort\n  reason: the shop asks for it\n  set: { required: true }'),
      good: overlay('- operation: POST /v3/teas\n  field: json.sort\n  reason: the shop asks for it\n  set: { required: true }'),
    },
  },
  'doc-overlay-obsolete': {
    severity: 'warn',
    title: 'Overlay that the page has caught up with',
    why: 'the entry hides what the page says from now on',
    fix: 'remove the entry',
    example: {
      bad: overlay('- operation: POST /v3/teas\n  field: json.sort\n  reason: the shop asks for it\n  set: { type: string }'),
      good: overlay('- operation: POST /v3/teas\n  field: json.sort\n  reason: the shop asks for it\n  set: { required: true }'),
    },
  },
} as const satisfies Readonly<Record<string, Declaration>>;

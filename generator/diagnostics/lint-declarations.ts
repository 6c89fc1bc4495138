import type { Declaration } from './declaration.js';
import { exampleFence, examplePage, exampleSamples, teaProgram } from './example-page.js';

const json = '| json {data-required} | object | the body';
const sort = '| sort {data-required data-indent=1} | string | sort of the tea';
const rsa = '{data-encrypted=by-rsa-pubkey}';
const headers = '| headers {data-required} | object | the headers';
const serial = '| Wechatpay-Serial {data-required data-indent=1} | string | number of the key';
const cipher = 'b'.repeat(344);

/** A sample that gives these members to `json`. */
function sampleOf(...members: readonly string[]): string {
  return exampleSamples(
    exampleFence('同步声明式', teaProgram.replace("    'sort' => 'oolong',", members.map((member) => `    ${member}`).join('\n'))),
  );
}

/** A page with rows of these types and a sample for them. */
function orderPage(rows: readonly string[], ...members: readonly string[]): string {
  return examplePage({ request: [json, ...rows], samples: members.length === 0 ? '' : sampleOf(...members) });
}

function at(file: string, page: string): string {
  return `<!-- ${file} -->\n${page}`;
}

/** A page that calls what the page beside it calls, one segment deeper. */
function pageAt(file: string, rows: readonly string[]): string {
  return at(file, examplePage({ request: [...rows], samples: '' }));
}

/** A page with this comment above its request table. */
function silenced(comment: string, description: string): string {
  return examplePage({
    description: `{{ $frontmatter.description }}\n\n${comment}`,
    request: [json, `| sort {data-required data-indent=1} | string | ${description}`],
  });
}

/** A v3 notification whose event type row has this description. */
function notification(event: string): string {
  return `<!-- webhook/v3/TEA.READY.md -->
---
title: A tea is ready
description: Tells the guest.
---

# {{ $frontmatter.title }} {#post}

{{ $frontmatter.description }}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| body {data-required} | object | the notification
| event_type {data-required data-indent=1} | string | kind of the event<br/>${event}
| ciphertext {data-required data-indent=1} | string {data-encrypted=by-aes-gcm} | the content
| {colspan=3 .im-table-line}
| tea_id {data-required data-indent=2} | string | number of the tea

{.im-table #request}

| 应答规范 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| status {data-required} | number | status of the answer<br/>\`20X\` 枚举值

{.im-table #response}
`;
}

const stub =
  '---\ntitle: Moved to /openapi/v3/teas\nhead:\n  - - meta\n    - http-equiv: refresh\n      content: 0;url=/openapi/v3/teas\n---\n';

/** Codes that `generator/lint` reports. */
export const lintDeclarations = {
  'doc-serial-header-missing': {
    severity: 'warn',
    title: 'Encrypted field without the number of its key',
    why: 'the platform cannot tell which key was used, so that readers of the page send requests that are refused',
    fix: 'add a row `Wechatpay-Serial` below `headers`',
    example: {
      bad: examplePage({ request: [json, `| guest {data-indent=1} | string ${rsa} | name of the guest`], samples: '' }),
      good: examplePage({ request: [headers, serial, json, `| guest {data-indent=1} | string ${rsa} | name of the guest`], samples: '' }),
    },
  },
  'doc-serial-header-orphan': {
    severity: 'info',
    title: 'Number of a key without an encrypted field',
    why: 'either a mark is missing below, or readers send a header for nothing',
    fix: 'mark the encrypted fields of the request, or remove the row',
    example: {
      bad: examplePage({ request: [headers, serial, json, sort], samples: '' }),
      good: examplePage({ request: [headers, serial, json, `| guest {data-indent=1} | string ${rsa} | name of the guest`], samples: '' }),
    },
  },
  'doc-encryption-suspect': {
    severity: 'warn',
    title: 'Text speaks of encryption, mark is missing',
    why: 'the value would be sent, or handed to users, as it is',
    fix: 'mark the type cell with `data-encrypted`, or say it in other words',
    example: {
      bad: orderPage(['| guest {data-indent=1} | string | name of the guest（需加密）']),
      good: orderPage(['| guest {data-indent=1} | string | name of the guest']),
    },
  },
  'doc-encryption-inconsistent': {
    severity: 'warn',
    title: 'Field is encrypted by a sibling operation only',
    why: 'one of the two pages is most likely wrong, and either way a value travels in the wrong form',
    fix: 'mark the field here with `data-encrypted`, or remove the mark there',
    example: {
      bad: `${pageAt('openapi/v3/tea/bar/orders.md', [headers, serial, json, `| guest {data-indent=1} | string ${rsa} | name of the guest`])}
${pageAt('openapi/v3/tea/bar/tables.md', [json, '| guest {data-indent=1} | string | name of the guest'])}`,
      good: `${pageAt('openapi/v3/tea/bar/orders.md', [headers, serial, json, `| guest {data-indent=1} | string ${rsa} | name of the guest`])}
${pageAt('openapi/v3/tea/bar/tables.md', [headers, serial, json, `| guest {data-indent=1} | string ${rsa} | name of the guest`])}`,
    },
  },
  'doc-encryption-on-list': {
    severity: 'info',
    title: 'List is marked as encrypted',
    why: 'each element is taken as cipher text; that the list as a whole is cipher text would have to be written `string`',
    fix: 'write `string` if the list is encrypted as a whole, else leave it',
    example: {
      bad: orderPage([`| guests {data-indent=1} | string[] ${rsa} | names of the guests`]),
      good: orderPage([`| guests {data-indent=1} | string ${rsa} | names of the guests`]),
    },
  },
  'doc-alternatives-disagree': {
    severity: 'warn',
    title: 'Shapes of one field treat a member differently',
    why: 'the SDK tells by the path of a member whether it is encrypted, and would send it, or hand it to users, in the wrong form',
    fix: 'mark the member in all shapes with the same `data-` attributes, or give it another name in one of them',
    example: {
      bad: orderPage([
        '| guest {data-indent=1} | object | by name',
        `| number {data-indent=2} | string ${rsa} | number of the guest`,
        '| {colspan=3 .im-table-line}',
        '| guest {data-indent=1} | object | by table',
        '| number {data-indent=2} | string | number of the table',
      ]),
      good: orderPage([
        '| guest {data-indent=1} | object | by name',
        `| number {data-indent=2} | string ${rsa} | number of the guest`,
        '| {colspan=3 .im-table-line}',
        '| guest {data-indent=1} | object | by table',
        '| table {data-indent=2} | string | number of the table',
      ]),
    },
  },
  'doc-tooltip-disagrees': {
    severity: 'warn',
    title: 'Tooltip disagrees with its mark',
    why: 'readers see that the value is treated, and programs do not',
    fix: 'add the mark that belongs to the tooltip',
    example: {
      bad: orderPage(['| guest {data-indent=1} | string {data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串} | name of the guest']),
      good: orderPage([
        '| guest {data-indent=1} | string {data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串 data-encrypted=by-rsa-pubkey} | name of the guest',
      ]),
    },
  },
  'doc-encoding-suspect': {
    severity: 'warn',
    title: 'Text speaks of JSON, mark is missing',
    why: 'the rows of the content are there, yet that the string must be encoded is a guess',
    fix: 'mark the type cell with `data-encoded=by-json_encode`',
    example: {
      bad: orderPage([
        '| options {data-indent=1} | string | how to make it, as JSON text',
        '| {colspan=3 .im-table-line}',
        '| sugar {data-indent=2} | boolean | with sugar',
      ]),
      good: orderPage([
        '| options {data-indent=1} | string {data-encoded=by-json_encode} | how to make it, as JSON text',
        '| {colspan=3 .im-table-line}',
        '| sugar {data-indent=2} | boolean | with sugar',
      ]),
    },
  },
  'doc-content-undocumented': {
    severity: 'info',
    title: 'Encoded text without rows for its content',
    why: 'users of the SDK have to encode and decode it by hand',
    fix: 'add the rows of the content below a separator, and mark the string with `data-encoded=by-json_encode`',
    example: {
      bad: orderPage(['| options {data-indent=1} | string | how to make it, as JSON text']),
      good: orderPage([
        '| options {data-indent=1} | string {data-encoded=by-json_encode} | how to make it, as JSON text',
        '| {colspan=3 .im-table-line}',
        '| sugar {data-indent=2} | boolean | with sugar',
      ]),
    },
  },
  'doc-object-empty': {
    severity: 'warn',
    title: 'Object without members',
    why: 'nothing can be checked or completed in it, and it would be emitted as an object of anything',
    fix: 'add the rows of its members, one level deeper',
    example: {
      bad: orderPage(['| drink {data-indent=1} | object | the drink']),
      good: orderPage(['| drink {data-indent=1} | object | the drink', '| sugar {data-indent=2} | boolean | with sugar']),
    },
  },
  'doc-upload-body-missing': {
    severity: 'warn',
    title: 'Upload without rows for its body',
    why: 'the parts of the multipart body are known from the sample only, so that the SDK cannot send them',
    fix: 'add `| body {data-required} | object | …` with the file and `meta` below it',
    example: {
      bad: examplePage({ request: [], samples: sampleOf("'sort' => 'oolong',").replace("'json' =>", "'body' =>") }),
      good: examplePage({
        request: ['| body {data-required} | object | the parts', '| file {data-required data-indent=1} | object | the file'],
        samples: exampleSamples(exampleFence('同步声明式', teaProgram.replace(/'json' => \[[^\]]*\]/, "'body' => $media->getStream()"))),
      }),
    },
  },
  'doc-event-mismatch': {
    severity: 'warn',
    title: 'Page is named for another event',
    why: 'links and file names lead to the wrong notification',
    fix: 'list the event of the file name in the row `event_type`, or rename the file',
    example: { bad: notification('`TEA.COLD` 枚举值'), good: notification('`TEA.READY` 枚举值') },
  },
  'doc-type-differs': {
    severity: 'info',
    title: 'Whole number here, number there',
    why: 'the two types mean the same nearly everywhere, so this only makes the declarations of the SDK uneven',
    fix: 'write `integer` on both sides if it is a whole number',
    example: {
      bad: examplePage({
        request: [json, '| cups {data-indent=1} | integer | number of cups'],
        response: ['| cups | number | number of cups'],
        samples: '',
      }),
      good: examplePage({
        request: [json, '| cups {data-indent=1} | integer | number of cups'],
        response: ['| cups | integer | number of cups'],
        samples: '',
      }),
    },
  },
  'doc-enum-unmarked': {
    severity: 'info',
    title: 'Values are not read',
    why: 'words alone may be prose, so that no values are read from them',
    fix: 'write each value in backticks before the keyword',
    example: {
      bad: orderPage(['| size {data-indent=1} | string | size of the cup<br/>S \\| L 枚举值之一']),
      good: orderPage(['| size {data-indent=1} | string | size of the cup<br/>`S` \\| `L` 枚举值之一']),
    },
  },
  'doc-enum-spacing': {
    severity: 'info',
    title: 'Values without blanks between them',
    why: 'the list is read all the same, but searches for its usual form miss it',
    fix: 'write one blank on either side of each pipe and before the keyword',
    example: {
      bad: orderPage(['| size {data-indent=1} | string | size of the cup<br/>`S`\\|`L` 枚举值之一']),
      good: orderPage(['| size {data-indent=1} | string | size of the cup<br/>`S` \\| `L` 枚举值之一']),
    },
  },
  'doc-example-unknown-field': {
    severity: 'warn',
    title: 'Sample gives a field that has no row',
    why: 'either the sample is wrong or the table is incomplete; the SDK cannot send the field',
    fix: 'add the row, or take the member out of the sample',
    example: { bad: orderPage([sort], "'sort' => 'oolong',", "'sugar' => true,"), good: orderPage([sort], "'sort' => 'oolong',") },
  },
  'doc-example-missing-required': {
    severity: 'warn',
    title: 'Sample leaves out a required field',
    why: 'whoever copies the sample is refused, or the row is not required at all',
    fix: 'add the member to the sample, or take `data-required` off the row',
    example: {
      bad: orderPage([sort, '| cups {data-required data-indent=1} | integer | number of cups'], "'sort' => 'oolong',"),
      good: orderPage([sort, '| cups {data-required data-indent=1} | integer | number of cups'], "'sort' => 'oolong',", "'cups' => 2,"),
    },
  },
  'doc-example-type': {
    severity: 'warn',
    title: 'Sample gives a value of another type',
    why: 'either the sample or the row is wrong, and the SDK goes by the row',
    fix: 'correct the literal in the sample, or the type cell of the row',
    example: {
      bad: orderPage(['| cups {data-required data-indent=1} | integer | number of cups'], "'cups' => '2',"),
      good: orderPage(['| cups {data-required data-indent=1} | integer | number of cups'], "'cups' => 2,"),
    },
  },
  'doc-example-value': {
    severity: 'info',
    title: 'Sample gives a value that is not listed',
    why: 'many samples hold placeholders, so this is a hint only; but a value may be missing in the list',
    fix: 'use a listed value in the sample, or add the value to the list',
    example: {
      bad: orderPage(['| size {data-indent=1} | string | size of the cup<br/>`S` \\| `L` 枚举值之一'], "'size' => 'XL',"),
      good: orderPage(['| size {data-indent=1} | string | size of the cup<br/>`S` \\| `L` 枚举值之一'], "'size' => 'L',"),
    },
  },
  'doc-example-plain': {
    severity: 'info',
    title: 'Sample gives plain text to an encrypted field',
    why: 'whoever copies the sample sends the value unencrypted; the SDK encrypts it by itself, so this is a hint only',
    fix: 'write cipher text into the sample: base64 of what the public key made of the value',
    example: {
      bad: orderPage([`| guest {data-indent=1} | string ${rsa} | name of the guest`], "'guest' => 'Ann Lee, 3rd floor',"),
      good: orderPage([`| guest {data-indent=1} | string ${rsa} | name of the guest`], `'guest' => '${cipher}',`),
    },
  },
  'doc-example-order': {
    severity: 'info',
    title: 'Sample has another order than the table',
    why: 'nothing depends on the order, but the two are harder to compare',
    fix: 'bring the members of the sample into the order of the rows',
    example: {
      bad: orderPage([sort, '| cups {data-indent=1} | integer | number of cups'], "'cups' => 2,", "'sort' => 'oolong',"),
      good: orderPage([sort, '| cups {data-indent=1} | integer | number of cups'], "'sort' => 'oolong',", "'cups' => 2,"),
    },
  },
  'doc-sample-setup-differs': {
    severity: 'info',
    title: 'Samples prepare their argument in different ways',
    why: 'the calls are the same, so that only readers who compare the samples are puzzled',
    fix: 'write the statements before the call alike in all samples',
    example: {
      bad: examplePage({
        samples: exampleSamples(exampleFence('同步声明式', `$cups = 2;\n${teaProgram}`), exampleFence('同步属性式', teaProgram)),
      }),
      good: examplePage({ samples: exampleSamples(exampleFence('同步声明式', teaProgram), exampleFence('同步属性式', teaProgram)) }),
    },
  },
  'doc-sample-foreign': {
    severity: 'info',
    title: 'No sample calls the operation',
    why: 'neither the URL nor the arguments of the page can be checked against a call',
    fix: 'add a sample that calls the operation through `$instance`',
    example: {
      bad: examplePage({ samples: exampleSamples(exampleFence('标准PSR7', "$uri = new Uri('https://tea.example/v3/teas');")) }),
      good: examplePage({ samples: exampleSamples(exampleFence('同步声明式', teaProgram)) }),
    },
  },
  'doc-link-dead': {
    severity: 'warn',
    title: 'Link leads nowhere',
    why: 'readers get an error page',
    fix: 'correct the address, or remove the link',
    example: {
      bad: examplePage({ footer: '参阅 [官方文档](/openapi/v3/coffees)' }),
      good: examplePage({ footer: '参阅 [官方文档](/openapi/v3/teas#post)' }),
    },
  },
  'doc-stub-dead': {
    severity: 'warn',
    title: 'Page has moved to nowhere',
    why: 'readers of the old address end on an error page, and a comparison of revisions cannot follow the move',
    fix: 'name the page that it has moved to',
    example: {
      bad: at('openapi/v3/teapots.md', stub),
      good: `${at('openapi/v3/teapots.md', stub)}\n${at('openapi/v3/teas.md', examplePage())}`,
    },
  },
  'doc-name-underscores': {
    severity: 'info',
    title: 'Two underscores in a name',
    why: 'it is nearly always a slip, but the name is sent as it stands',
    fix: 'write one underscore if the API has one',
    example: {
      bad: orderPage(['| tea__sort {data-indent=1} | string | sort of the tea']),
      good: orderPage(['| tea_sort {data-indent=1} | string | sort of the tea']),
    },
  },
  'doc-attribute-spacing': {
    severity: 'info',
    title: 'Attributes with odd blanks',
    why: 'the group is read all the same, but other tools for Markdown may show it as text',
    fix: 'write one blank before the opening brace and none inside of the braces',
    example: {
      bad: orderPage(['| sort {data-indent=1 } | string | sort of the tea']),
      good: orderPage(['| sort {data-indent=1} | string | sort of the tea']),
    },
  },
  'doc-cell-spacing': {
    severity: 'info',
    title: 'Cells are not divided by one blank',
    why: 'the row is read all the same, but searches for the usual form miss it',
    fix: 'write one blank on either side of each pipe',
    example: {
      bad: orderPage(['| sort {data-indent=1} |string  | sort of the tea']),
      good: orderPage(['| sort {data-indent=1} | string | sort of the tea']),
    },
  },
  'doc-blank-odd': {
    severity: 'info',
    title: 'Blank that is none',
    why: 'it looks like a blank, and searches and programs do not take it for one',
    fix: 'replace it by an ordinary blank',
    example: {
      bad: orderPage(['| sort {data-indent=1} | string | sort of the\u00a0tea']),
      good: orderPage(['| sort {data-indent=1} | string | sort of the tea']),
    },
  },
  'doc-text-break': {
    severity: 'info',
    title: 'Line break at the end of a description',
    why: 'it shows as an empty line',
    fix: 'remove the `<br/>`',
    example: {
      bad: orderPage(['| sort {data-indent=1} | string | sort of the tea<br/>']),
      good: orderPage(['| sort {data-indent=1} | string | sort of the tea']),
    },
  },
  'doc-text-radical': {
    severity: 'info',
    title: 'Radical in place of an ideograph',
    why: 'it looks the same, but searches do not find it',
    fix: 'write the ideograph',
    example: {
      bad: orderPage(['| sort {data-indent=1} | string | ⽤的茶']),
      good: orderPage(['| sort {data-indent=1} | string | 用的茶']),
    },
  },
  'doc-parentheses-mixed': {
    severity: 'info',
    title: 'Parentheses of different width',
    why: 'it looks untidy; nothing depends on it',
    fix: 'use one width for both',
    example: {
      bad: orderPage(['| sort {data-indent=1} | string | sort（of the tea)']),
      good: orderPage(['| sort {data-indent=1} | string | sort (of the tea)']),
    },
  },
  'doc-suppression-invalid': {
    severity: 'error',
    title: 'Comment that silences nothing',
    why: 'a comment without a code would hide faults that nobody has looked at, and one without a reason nobody can ever take out',
    fix: 'write `<!-- docwright-disable-next-line CODE -- reason -->`',
    example: {
      bad: silenced('<!-- docwright-disable doc-text-break -->', 'sort of the tea<br/>'),
      good: silenced('<!-- docwright-disable doc-text-break -- the kitchen asked for it -->', 'sort of the tea<br/>'),
    },
  },
  'doc-suppression-unused': {
    severity: 'warn',
    title: 'Silence about nothing',
    why: 'the fault is gone, and the next one of its kind would not be seen',
    fix: 'remove the comment, or run `docwright lint --prune-suppressions` for entries of the file',
    example: {
      bad: silenced('<!-- docwright-disable doc-text-break -- the kitchen asked for it -->', 'sort of the tea'),
      good: silenced('<!-- docwright-disable doc-text-break -- the kitchen asked for it -->', 'sort of the tea<br/>'),
    },
  },
} as const satisfies Readonly<Record<string, Declaration>>;

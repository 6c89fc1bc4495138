import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sortDiagnostics } from '../../generator/diagnostics/collector.js';
import { diagnosticsText } from '../../generator/report/text/diagnostics-text.js';
import { readPageText } from '../../generator/run/read-page-files.js';

const file = 'openapi/v3/aggracct-bc/wb-channel/special-reduction.md';
const page = readFileSync(new URL(`../../specs/${file}`, import.meta.url), 'utf8');

interface Way {
  /** What somebody did to the page. */
  readonly title: string;
  readonly edit: readonly [from: string | RegExp, to: string] | ((text: string) => string);
  /** All that is said: the code, the line, and the text that the caret marks. */
  readonly said: readonly (readonly [code: string, line: number, marked: string])[];
  /** What the help of the first message tells to do. */
  readonly help: string;
}

const amount = '| amount {data-required data-indent=1} | integer | 本次减额的金额，单位为分';
const reason = '| reason {data-indent=1} | string | 减额的缘由';
const mark = 'data-encrypted=by-rsa-pubkey';
const tooltip = 'data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串';
const account = `| bal_account_no {data-required data-indent=1} | string {${tooltip} ${mark}} | 台账的账号`;

/** One cause each, and one message each: what follows from the cause is not said. */
const ways: readonly Way[] = [
  {
    title: 'writes the parent into the name',
    edit: [reason, '| json.reason {data-required} | string | 减额的缘由'],
    said: [['doc-attribute-misplaced', 18, 'json.reason']],
    help: '| reason {data-required data-indent=1} | string | 减额的缘由',
  },
  {
    title: 'marks the type as required',
    edit: [amount, '| amount {data-indent=1} | integer {data-required} | 本次减额的金额，单位为分'],
    said: [['doc-attribute-misplaced', 17, 'data-required']],
    help: amount,
  },
  {
    title: 'marks the name as encrypted',
    edit: [account, `| bal_account_no {data-required data-indent=1 ${mark}} | string {${tooltip}} | 台账的账号`],
    said: [['doc-attribute-misplaced', 14, mark]],
    help: account,
  },
  {
    title: 'loses an indentation',
    edit: [reason, '| reason | string | 减额的缘由'],
    said: [['doc-group-unknown', 18, 'reason']],
    help: reason,
  },
  {
    title: 'indents a row too far',
    edit: [reason, '| reason {data-indent=3} | string | 减额的缘由'],
    said: [['doc-indent-jump', 18, 'reason']],
    help: 'reduce `data-indent`, or add the missing parent row',
  },
  {
    title: 'hangs a row below a number',
    edit: [reason, '| reason {data-indent=2} | string | 减额的缘由'],
    said: [['doc-child-of-scalar', 18, 'reason']],
    help: 'make the parent an `object` or `object[]`',
  },
  {
    title: 'writes another word for a type',
    edit: ['| integer | 本次', '| int | 本次'],
    said: [['doc-type-unknown', 17, 'int']],
    help: 'use `string`, `integer`',
  },
  {
    title: 'misspells a type',
    edit: ['| integer | 本次', '| interger | 本次'],
    said: [['doc-type-unknown', 17, 'interger']],
    help: 'write `integer` if that was meant',
  },
  {
    title: 'changes a type that the sample knows',
    edit: ['| integer | 本次', '| string | 本次'],
    said: [['doc-example-type', 33, '4500']],
    help: 'correct the literal in the sample, or the type cell of the row',
  },
  {
    title: 'encrypts a number',
    edit: ['| integer | 本次', `| integer {${mark}} | 本次`],
    said: [['doc-encryption-on-non-string', 17, mark]],
    help: 'make the type `string`, or remove the mark',
  },
  {
    title: 'forgets the number of the key',
    edit: [/\| headers .*\n\| Wechatpay-Serial .*\n/, ''],
    said: [['doc-serial-header-missing', 14, 'bal_account_no']],
    help: '| Wechatpay-Serial {data-required data-indent=1} | string |',
  },
  {
    title: 'drops the mark and keeps the tooltip',
    edit: [account, `| bal_account_no {data-required data-indent=1} | string {${tooltip}} | 台账的账号`],
    said: [['doc-tooltip-disagrees', 14, tooltip]],
    help: account,
  },
  {
    title: 'says in words what the mark should say',
    edit: [account, '| bal_account_no {data-required data-indent=1} | string | 台账的账号（需加密）'],
    said: [['doc-encryption-suspect', 14, 'bal_account_no']],
    help: 'mark the type cell with `data-encrypted`',
  },
  {
    title: 'writes a field twice',
    edit: ['| fail_time | string | 办结失败的时间', '| success_time | string | 办结失败的时间'],
    said: [['doc-field-duplicate', 150, 'success_time']],
    help: 'remove one of the rows',
  },
  {
    title: 'leaves a blank in a name',
    edit: ['| out_request_no {data-required', '| out_request _no {data-required'],
    said: [['doc-name-blank', 15, 'out_request _no']],
    help: '| out_request_no {data-required data-indent=1} | string | 商户侧的减额单号',
  },
  {
    title: 'forgets to escape a pipe',
    edit: ['PENALTY` \\| `JUD', 'PENALTY` | `JUD'],
    said: [['doc-row-cells', 16, '`JUDICIAL_DEDUCTION` 枚举值之一']],
    help: '减额的种类<br/>`FINANCIAL_PENALTY` \\| `JUDICIAL_DEDUCTION` 枚举值之一',
  },
  {
    title: 'lists one value as one of many',
    edit: ['`FINANCIAL_PENALTY` \\| `JUDICIAL_DEDUCTION` 枚举值之一', '`JUDICIAL_DEDUCTION` 枚举值之一'],
    said: [['doc-enum-single-of-many', 16, '`JUDICIAL_DEDUCTION`']],
    help: '`JUDICIAL_DEDUCTION` 枚举值',
  },
  {
    title: 'glues the attributes to their table',
    edit: ['\n\n{.im-table #response}', '\n{.im-table #response}'],
    said: [['doc-table-attributes-glued', 152, '{.im-table #response}']],
    help: 'put a blank line between the table and its attribute line',
  },
  {
    title: 'forgets the attributes of a table',
    edit: ['\n{.im-table #request}\n', ''],
    said: [['doc-table-attributes-missing', 10, '| 请求参数 | 类型 {.type} | 描述 {.desc}']],
    help: 'add `{.im-table #request}`',
  },
  {
    title: 'forgets the end of the samples',
    edit: ['\n:::\n\n| 返回', '\n| 返回'],
    said: [['doc-container-unclosed', 24, '::: code-group']],
    help: 'add a line `:::`',
  },
  {
    title: 'forgets the method',
    edit: [' {#post}', ''],
    said: [['doc-method-anchor-missing', 6, '# {{ $frontmatter.title }}']],
    help: '`# … {#post}`',
  },
  {
    title: 'writes a sample that is no PHP',
    edit: ["    'amount'         => 4500,\n", "    'amount'         => ,\n"],
    said: [['doc-sample-syntax', 33, "'amount'         => ,"]],
    help: 'correct the syntax',
  },
  {
    title: 'changes one sample of six',
    edit: changeThirdSample,
    said: [['doc-sample-disagrees', 73, '4501']],
    help: 'make all samples of the operation pass the same arguments',
  },
  {
    title: 'misspells a field in the samples',
    edit: [/'reason' {9}=> /g, "'reasn'          => "],
    said: [['doc-example-unknown-field', 34, "'reasn'"]],
    help: 'did you mean `reason`?',
  },
  {
    title: 'leaves a required field out of the samples',
    edit: [/ {4}'amount' {9}=> 4500,\n/g, ''],
    said: [['doc-example-missing-required', 17, 'amount']],
    help: 'add the member to the sample',
  },
  {
    title: 'interpolates what is not there',
    edit: ['{{ $frontmatter.description }}', '{{ $frontmatter.summary }}'],
    said: [['doc-interpolation-unknown', 8, '{{ $frontmatter.summary }}']],
    help: 'add the key to the front matter',
  },
];

describe('whoever', () => {
  test.each(ways)('$title is told what to do', ({ edit, said, help }) => {
    const text = typeof edit === 'function' ? edit(page) : page.replace(...edit);
    expect(text).not.toBe(page);
    const diagnostics = sortDiagnostics(readPageText(file, text).diagnostics);
    const lines = text.split('\n');
    expect(
      diagnostics.map(({ code, place }) => [code, place.line, (lines[place.line - 1] ?? '').slice(place.column - 1, place.endColumn - 1)]),
    ).toEqual(said);
    expect(diagnostics[0]?.help).toContain(help);
    const report = diagnosticsText(diagnostics, { colour: false, width: 200, version: '', prefix: '', source: () => text });
    expect(report).toMatch(/^ {2}why {3}\S/m);
    expect(report).toMatch(/^ {2}help {2}\S/m);
    expect(report).toContain(help);
  });
});

/** The third sample asks for one cent more. */
function changeThirdSample(text: string): string {
  let count = 0;
  return text.replaceAll('=> 4500,', (written) => ((count += 1) === 3 ? '=> 4501,' : written));
}

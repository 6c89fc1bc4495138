import { describe, expect, it } from 'vitest';
import { exampleFence, examplePage, exampleSamples } from '../../generator/diagnostics/example-page.js';
import { diagnose } from '../support/tester.js';

const json = '| json {data-required} | object | the body';
const rsa = '{data-encrypted=by-rsa-pubkey}';

function codes(page: string): string[] {
  return [...new Set(diagnose(page).map(({ code }) => code))].sort();
}

function ordered(rows: readonly string[], members: string, protocol = 'v3'): string {
  const program = `$response = $instance->chain('${protocol}/teas')->post([\n  '${protocol === 'v2' ? 'xml' : 'json'}' => [\n    ${members}\n  ],\n]);`;
  const group = protocol === 'v2' ? json.replace('json', 'xml') : json;
  const page = examplePage({ request: [group, ...rows], samples: exampleSamples(exampleFence('同步声明式', program)) });
  return `<!-- openapi/${protocol}/teas.md -->\n${page}`;
}

describe('members of several shapes', () => {
  const shapes = (first: string, second: string): string =>
    ordered(
      [
        '| guest {data-indent=1} | object | a `PERSON`',
        `| number {data-indent=2} | string ${first} | number of the guest`,
        '| {colspan=3 .im-table-line}',
        '| guest {data-indent=1} | object | a `COMPANY`',
        `| number {data-indent=2} | string ${second} | number of the company`,
      ],
      '',
    );

  it('are to be encrypted in all of them or in none, for the SDK tells them by their path', () => {
    const found = diagnose(shapes(rsa, '')).filter(({ code }) => code === 'doc-alternatives-disagree');
    expect(found.map(({ message }) => message)).toEqual([
      '`number` is plain in this shape of `guest`, and encrypted `by-rsa-pubkey` in another',
    ]);
    expect(codes(shapes(rsa, rsa))).not.toContain('doc-alternatives-disagree');
    expect(codes(shapes('', ''))).not.toContain('doc-alternatives-disagree');
  });
});

describe('values that are not read', () => {
  it.each([
    ['S \\| L 枚举值之一', ['`size` seems to list its values, but not in code spans']],
    ['枚举值：`S` \\| `L`', ['`size` seems to list its values, but behind the keyword']],
    ['枚举值：<br/>`S`<br/>`L`', ['`size` seems to list its values, but behind the keyword']],
    ['枚举值：<br/>`S`：small<br/>`L` large', ['`L` stands like a value of `size`, but outside of the list']],
    ['枚举值：<br/>`S`：small<br/>or<br/>`L`：large', ['`L` stands like a value of `size`, but outside of the list']],
    ['枚举值：<br/>`S`：small<br/>`S`：small<br/>`L`：large', []],
    ['`S` \\| `L` 枚举值之一<br/>`S` is small', []],
    ['固定枚举值`S`', []],
    ['见枚举值表中的`S`', []],
  ])('%s', (words, messages) => {
    const page = ordered([`| size {data-indent=1} | string | ${words}`], '');
    expect(
      diagnose(page)
        .filter(({ code }) => code === 'doc-enum-unmarked')
        .map(({ message }) => message),
    ).toEqual(messages);
  });
});

describe('the key that a tooltip names', () => {
  const tooltip = { platform: '微信支付公钥/平台证书加密后的BASE64字符串', merchant: '商户API证书对应的公钥加密后的BASE64字符串' };
  const row = (key: keyof typeof tooltip, indent: string): string =>
    `| guest ${indent}| string {data-tooltip=${tooltip[key]} data-encrypted=by-rsa-pubkey} | the guest`;
  const sent = (key: keyof typeof tooltip): string => examplePage({ request: [json, row(key, '{data-indent=1} ')] });
  const received = (key: keyof typeof tooltip): string => examplePage({ response: [row(key, '')] });
  const asNotice = (page: string): string => `<!-- webhook/v3/TEA.READY.md -->\n${page.replace('返回字典', '应答规范')}`;

  it.each<[string, string, string[]]>([
    ['the platform, for what is sent', sent('platform'), []],
    ['the merchant, for what is sent', sent('merchant'), ['the tooltip of `guest` names the key of the merchant']],
    ['the merchant, for what comes back', received('merchant'), []],
    ['the platform, for what comes back', received('platform'), ['the tooltip of `guest` names the key of the platform']],
    ['the merchant, in a notification', asNotice(sent('merchant')), []],
    ['the platform, in a notification', asNotice(sent('platform')), ['the tooltip of `guest` names the key of the platform']],
    ['the platform, in its reply', asNotice(received('platform')), []],
    ['the merchant, in its reply', asNotice(received('merchant')), ['the tooltip of `guest` names the key of the merchant']],
  ])('%s', (_, page, messages) => {
    expect(
      diagnose(page)
        .filter(({ code }) => code === 'doc-tooltip-disagrees')
        .map(({ message }) => message),
    ).toEqual(messages);
  });
});

describe('samples against tables', () => {
  const cups = '| cups {data-required data-indent=1} | integer | number of cups';
  const options = '| options {data-indent=1} | string {data-encoded=by-json_encode} | how to make it';
  const inside = ['| {colspan=3 .im-table-line}', '| sugar {data-required data-indent=2} | boolean | with sugar'];

  it.each<[title: string, rows: string[], members: string, expected: string[]]>([
    ['a number', [cups], "'cups' => 2,", []],
    ['a number in quotes', [cups], "'cups' => '2',", ['doc-example-type']],
    ['a fraction for a whole number', [cups], "'cups' => 2.5,", ['doc-example-type']],
    ['what the program computes', [cups], "'cups' => count($guests),", []],
    ['a list for one value', [cups], "'cups' => [1, 2],", ['doc-example-type']],
    ['one value for a list', [cups.replace('integer', 'integer[]')], "'cups' => 1,", ['doc-example-type']],
    ['an element of another type', [cups.replace('integer', 'integer[]')], "'cups' => [1, '2'],", ['doc-example-type']],
    ['an encoded argument', [options, ...inside], "'options' => \\json_encode(['sugar' => true]),", []],
    ['an encoded argument without a member', [options, ...inside], "'options' => \\json_encode([]),", ['doc-example-missing-required']],
    [
      'an unknown member of an encoded argument',
      [options, ...inside],
      "'options' => \\json_encode(['sugar' => true, 'milk' => true]),",
      ['doc-example-unknown-field'],
    ],
    ['an argument that is not encoded', [options, ...inside], "'options' => ['sugar' => true],", ['doc-example-type']],
    ['a member that is left out', [cups], '', ['doc-example-missing-required']],
    ['an optional member that is left out', [cups.replace('data-required ', '')], '', []],
  ])('%s', (_title, rows, members, expected) => {
    expect(codes(ordered(rows, members)).filter((code) => code.startsWith('doc-example'))).toEqual(expected);
  });

  it('lets samples of v2 quote numbers', () => {
    expect(codes(ordered([cups], "'cups' => '2',", 'v2'))).toEqual([]);
    expect(codes(ordered([cups], "'cups' => 'two',", 'v2'))).toEqual(['doc-example-type']);
  });

  it('judges the shape that fits best where there are several', () => {
    const rows = [
      '| drink {data-indent=1} | object | a `TEA`',
      '| sort {data-required data-indent=2} | string | sort of the tea',
      '| {colspan=3 .im-table-line}',
      '| drink {data-indent=1} | object | a `COFFEE`',
      '| milk {data-required data-indent=2} | boolean | with milk',
    ];
    expect(codes(ordered(rows, "'drink' => ['milk' => true],"))).toEqual([]);
  });

  it('suggests the row that was most likely meant', () => {
    const [found] = diagnose(ordered([cups.replace('data-required ', '')], "'cup' => 2,"));
    expect(found?.help).toContain('`cups`');
  });

  it('says one fault of a list once', () => {
    const rows = ['| cups {data-indent=1} | object[] | the cups', '| size {data-indent=2} | integer | size of the cup'];
    const found = diagnose(ordered(rows, "'cups' => [['size' => 'S'], ['size' => 'S'], ['size' => 'S']],"));
    expect(found.map(({ code }) => code)).toEqual(['doc-example-type']);
  });
});

describe('encryption', () => {
  const guest = (type: string, text: string): string =>
    examplePage({ request: [json, `| guest {data-indent=1} | ${type} | ${text}`], samples: '' });

  it.each([
    ['姓名（需加密）', true],
    ['加密后的姓名', true],
    ['姓名的密文', true],
    ['用户加密手机号', true],
    ['加密的姓名列表', true],
    ['加密算法', false],
    ['加密使用的随机串', false],
    ['数据加密的附加数据', false],
    ['加密实名信息的证书序列号', false],
    ['对数据进行加密的加密算法', false],
    ['姓名', false],
  ])('%s: suspect is %s', (text, expected) => {
    expect(codes(guest('string', text)).includes('doc-encryption-suspect')).toBe(expected);
  });

  it('suspects no other type than strings', () => {
    expect(codes(guest('boolean', '需加密'))).not.toContain('doc-encryption-suspect');
    expect(codes(guest('string[]', '加密的姓名列表'))).toContain('doc-encryption-suspect');
  });

  it('asks for no header in an answer, and none where there is one of another case', () => {
    const answer = examplePage({ response: [`| guest | string ${rsa} | name of the guest`] });
    const header = ['| headers | object | the headers', '| wechatpay-serial {data-indent=1} | string | number of the key'];
    const request = examplePage({ request: [...header, json, `| guest {data-indent=1} | string ${rsa} | name of the guest`], samples: '' });
    expect(codes(answer)).not.toContain('doc-serial-header-missing');
    expect(codes(request)).not.toContain('doc-serial-header-missing');
  });
});

describe('links', () => {
  const linking = (url: string): string => examplePage({ footer: `参阅 [官方文档](${url})` });

  it.each([
    ['/openapi/v3/teas', true],
    ['/openapi/v3/teas.html', true],
    ['/openapi/v3/teas#post', true],
    ['/openapi/v3/teas#get', false],
    ['/openapi/v3/coffees', false],
    ['./teas.md', true],
    ['../v3/coffees.md', false],
    ['#response', true],
    ['#nowhere', false],
    ['/openapi/v3/%E0%A4%A', false],
    ['https://tea.example/', true],
    ['mailto:kitchen@tea.example', true],
    ['/guide/start', true],
  ])('%s is alive: %s', (url, alive) => {
    expect(codes(linking(url)).includes('doc-link-dead')).toBe(!alive);
  });
});

it('says nothing of the group and of the sample where a row has lost its group', () => {
  const page = ordered(['| cups | integer | number of cups'], "'cups' => 2,");
  expect(codes(page)).toEqual(['doc-group-unknown']);
});

import { describe, expect, it } from 'vitest';
import type { ApiPage } from '../../generator/model/api.js';
import { joinPages, staysAsRead } from '../../generator/model/assemble-api.js';
import { factsOf } from '../../generator/model/page-facts.js';
import { compile } from '../support/tester.js';
import { separator, writeCall, writePage, type PageParts } from '../support/write-page.js';

function pageOf(file: string, parts: PageParts): ApiPage {
  const [page] = compile(writePage(file, parts)).pages;
  if (!page) throw new Error('no page');
  return page;
}

const body = (count: number, group = 'json'): string[] => [
  `${group} | object`,
  ...Array.from({ length: count }, (_, index) => `f${String(index)} {data-indent=1} | string`),
];
const teas = 'openapi/v3/teas.md';
const deprecated = '::: danger {.im-deprecated}\n本接口服务已于 `2021.01.08` (北京时间)下线\n:::';

describe('an operation', () => {
  it.each<[what: string, good: boolean, file: string, parts: PageParts]>([
    ['has a short body', true, teas, { request: body(2) }],
    ['has nine fields', true, teas, { request: body(9) }],
    ['has ten fields', false, teas, { request: body(10) }],
    ['has one field', false, teas, { request: body(1) }],
    ['has no body', false, teas, {}],
    ['has a query', false, teas, { request: body(2, 'query') }],
    ['has a query before its body', true, teas, { request: [...body(1, 'query'), ...body(2)] }],
    ['is about to disappear', false, teas, { request: body(2), notice: deprecated }],
    ['is not called by POST', false, teas, { request: body(2), verb: 'put' }],
    ['is of v2', false, 'openapi/v2/teas.md', { request: body(2) }],
    ['has a parameter in its URL', false, 'openapi/v3/teas/{tea_id}.md', { request: [...body(2), 'tea_id {data-required} | string'] }],
  ])('that %s is a good example: %s', (_, good, file, parts) => {
    expect(factsOf(pageOf(file, parts)).operations.map((operation) => operation.good)).toEqual([good ? true : undefined]);
  });

  it('keeps the spelling of its sample', () => {
    const parts = { samples: [writeCall('v3/teas/{empty}', 'post', '')] };
    expect(factsOf(pageOf('openapi/v3/teas/index.md', parts)).operations[0]).toMatchObject({
      template: 'v3/teas/',
      sampleTemplate: 'v3/teas/{empty}',
    });
    expect(factsOf(pageOf(teas, {})).operations[0]).not.toHaveProperty('sampleTemplate');
  });
});

it('a notification has its name and its events', () => {
  const [webhook] = pageOf('webhook/v2/tea-ready.md', {
    answerKeyword: '应答规范',
    answer: ['body | object'],
    request: ['body | object'],
  }).webhooks;
  expect(
    factsOf(pageOf('webhook/v2/tea-ready.md', { answerKeyword: '应答规范', answer: ['body | object'], request: ['body | object'] }))
      .webhooks,
  ).toEqual([{ id: 'WEBHOOK v2/tea-ready', place: webhook?.place, protocol: 'v2', name: 'tea-ready', eventTypes: ['tea-ready'] }]);
});

describe('a page beside others', () => {
  const pots = (where: string, row = 'pot {data-indent=2} | string[]'): string[] => [
    `${where} | object`,
    'pots {data-indent=1} | string {data-encoded=by-json_encode}',
    separator,
    row,
  ];
  const alone = (page: ApiPage): boolean[] => joinPages([factsOf(page)]).pages.map(staysAsRead);

  it.each<[what: string, stays: boolean, file: string, parts: PageParts]>([
    ['nothing is open', true, teas, { request: body(2) }],
    ['a key stands beside another', true, teas, { request: [...pots('json'), 'lid {data-indent=2} | string'] }],
    ['a key is no list', true, teas, { request: pots('json', 'pot {data-indent=2} | string') }],
    ['its request is open', false, teas, { request: pots('json') }],
    ['its answer is open', false, teas, { answer: pots('more') }],
    ['what a download answers in a failure is open', false, teas, { answerKeyword: '异常字典', answer: pots('more') }],
    [
      'its notification is open',
      false,
      'webhook/v2/tea.md',
      { answerKeyword: '应答规范', answer: ['body | object'], request: pots('body') },
    ],
    ['the reply to its notification is open', false, 'webhook/v2/tea.md', { answerKeyword: '应答规范', answer: pots('body') }],
    ['a further shape is open', false, teas, { answer: ['shape | object', 'a {data-indent=1} | string', separator, ...pots('shape')] }],
  ])('where %s, stays as it was read: %s', (_, stays, file, parts) => {
    expect(alone(pageOf(file, parts))).toEqual([stays]);
  });

  it('does not stay as it was read where another page describes the same', () => {
    const facts = factsOf(pageOf(teas, {}));
    expect(joinPages([facts, { ...facts, file: 'openapi/w/v3/teas.md' }]).pages.map(staysAsRead)).toEqual([true, false]);
  });
});

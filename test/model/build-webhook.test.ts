import { describe, expect, it } from 'vitest';
import type { Webhook } from '../../generator/model/api.js';
import { compile, compileAndDiagnose } from '../support/tester.js';
import { separator, writePage } from '../support/write-page.js';

function webhookOf(file: string, body: readonly string[]): Webhook {
  const page = writePage(file, {
    request: ['headers {data-required} | object', 'body {data-required} | object', ...body],
    answerKeyword: '应答规范',
    answer: ['status | number | `20X` `4XX` `5XX` 枚举值之一', 'body | object', 'code {data-indent=1} | string'],
  });
  const [webhook] = compile(page).pages.flatMap((built) => built.webhooks);
  if (!webhook) throw new Error('no webhook');
  return webhook;
}

const payload = [
  'ciphertext {data-required data-indent=1} | string {data-encrypted=by-aes-gcm}',
  separator,
  'tea_id {data-indent=2} | string',
];

describe('a notification', () => {
  it('is named like its file', () => {
    expect(webhookOf('webhook/v3/TEA.READY.md', payload)).toMatchObject({
      id: 'WEBHOOK v3/TEA.READY',
      name: 'TEA.READY',
      protocol: 'v3',
      eventTypes: ['TEA.READY'],
      request: [{ name: 'headers' }, { name: 'body' }],
      reply: [{ name: 'status', values: { form: 'blank-separated' } }, { name: 'body' }],
    });
  });

  it('lists the event types of its row', () => {
    const row = 'event_type {data-indent=1} | string | `TEA.READY` \\| `TEA.COLD` 枚举值之一';
    expect(webhookOf('webhook/v3/TEA.READY.md', [row, ...payload]).eventTypes).toEqual(['TEA.READY', 'TEA.COLD']);
  });

  it('is told by its table, not by its folder', () => {
    expect(webhookOf('openapi/v3/TEA.READY.md', payload).id).toBe('WEBHOOK v3/TEA.READY');
  });

  it('of v2 has XML inside of its cipher text', () => {
    expect(webhookOf('webhook/v2/tea-ready.md', payload).request[1]?.fields[0]).toMatchObject({
      encryption: { kind: 'by-aes-gcm', key: 'apiv3' },
      content: { format: 'xml', shape: 'object' },
    });
  });

  it('has shapes of its content where rows at the depth of the cipher text name them', () => {
    const rows = [
      'ciphertext {data-indent=1} | string {data-encrypted=by-aes-gcm}',
      separator,
      'original_data {data-indent=1} | object',
      'tea_id {data-indent=2} | string',
      separator,
      'original_data {data-indent=1} | object',
      'pot_id {data-indent=2} | string',
    ];
    const [ciphertext] = webhookOf('webhook/v3/TEA.READY.md', rows).request[1]?.fields ?? [];
    expect(ciphertext?.content).toMatchObject({
      shape: 'list',
      fields: [{ name: 'original_data', list: false, fields: [{ name: 'tea_id' }], alternatives: [{ fields: [{ name: 'pot_id' }] }] }],
    });
  });

  it('keeps everything else that the page says', () => {
    const page = writePage('webhook/v3/TEA.READY.md', {
      description: 'Serves tea.\n\n> [!IMPORTANT] wait\n> - so\n> - long\n\n1. first {#A}\n1. second',
      request: ['body {data-required} | object', ...payload, 'name {data-indent=2} | string {data-encrypted=by-rsa-pubkey data-tooltip=x}'],
      answerKeyword: '应答规范',
      answer: ['body | object', 'code {data-indent=1} | string {data-encrypted=by-rsa-pubkey}'],
    });
    const [webhook] = compileAndDiagnose(page).api.pages.flatMap((built) => built.webhooks);
    const tableLine = page.split('\n').findIndex((text) => text.startsWith('| 应答规范'));
    expect(webhook).toMatchObject({
      kind: 'webhook',
      replyPlace: { line: tableLine, column: 1 },
      alerts: [{ title: 'wait', items: ['so', 'long'], place: { column: 1 } }],
      notes: [{ text: 'first', anchor: 'A' }, { text: 'second' }],
      reply: [{ fields: [{ encryption: { kind: 'by-rsa-pubkey', key: 'platform' } }] }],
    });
    const inside = webhook?.request[0]?.fields[0]?.content?.fields[1];
    expect(inside?.encryption).toMatchObject({ kind: 'by-rsa-pubkey', key: 'merchant', tooltip: 'x' });
  });

  it('has the event of a constant', () => {
    const row = 'event_type {data-indent=1} | string | 固定值`TEA.COLD`';
    const other = 'kind {data-indent=1} | string | `A` \\| `B` 枚举值之一';
    expect(webhookOf('webhook/v3/TEA.READY.md', [other, row, ...payload]).eventTypes).toEqual(['TEA.COLD']);
  });

  const saidOf = (file: string, request: readonly string[], answer: readonly string[] = ['body | object']): unknown =>
    compileAndDiagnose(writePage(file, { request, answerKeyword: '应答规范', answer }))
      .diagnostics.filter(({ code }) => ['doc-group-unknown', 'doc-name-invalid', 'doc-webhook-payload-missing'].includes(code))
      .map(({ message, why, help }) => [message, why, help]);
  const indent = 'indent the row, and those below it, to the depth of its siblings with `data-indent`';
  const anything: unknown = expect.anything();

  it.each<[what: string, file: string, request: readonly string[], answer: readonly string[], said: unknown[]]>([
    [
      'nothing',
      'webhook/v3/TEA.md',
      ['headers | object', 'body | object', ...payload],
      ['status | number', 'headers | object', 'body | object'],
      [],
    ],
    [
      'a stray row',
      'webhook/v3/TEA.md',
      ['body | object', ...payload, 'status | string'],
      ['body | object'],
      [
        [
          '`status` at depth 0 is no part of a notification',
          'a notification has `headers`, `body` only, so that a reader looks for the value where it never is',
          indent,
        ],
      ],
    ],
    [
      'a stray row of the reply',
      'webhook/v3/TEA.md',
      ['body | object', ...payload],
      ['code | string'],
      [
        [
          '`code` at depth 0 is no part of its reply',
          'its reply has `status`, `headers`, `body` only, so that a reader looks for the value where it never is',
          indent,
        ],
      ],
    ],
    [
      'an event that is none',
      'webhook/v3/TEA.md',
      ['body | object', 'event_type {data-indent=1} | string | `TEA READY` 枚举值', ...payload],
      ['body | object'],
      [['`TEA READY` is no name of an event', anything, anything]],
    ],
    [
      'a payload that is not encrypted',
      'webhook/v3/TEA.md',
      ['body | object', 'a {data-indent=1} | string {data-encoded=by-json_encode}', separator, 'tea_id {data-indent=2} | string'],
      ['body | object'],
      [['no row is encrypted `by-aes-gcm` with the rows of its content below', anything, anything]],
    ],
    [
      'a payload without content',
      'webhook/v3/TEA.md',
      ['body | object', 'a {data-indent=1} | string {data-encrypted=by-aes-gcm}'],
      ['body | object'],
      [['no row is encrypted `by-aes-gcm` with the rows of its content below', anything, anything]],
    ],
    ['no payload, in v2', 'webhook/v2/tea.md', ['body | object', 'a {data-indent=1} | string'], ['body | object'], []],
  ])('is told of %s', (_, file, request, answer, said) => {
    expect(saidOf(file, request, answer)).toEqual(said);
  });

  it('with a name outside of the grammar is refused', () => {
    const { diagnostics } = compileAndDiagnose(writePage('webhook/v3/-.md', { answerKeyword: '应答规范' }));
    expect(diagnostics.filter(({ severity }) => severity === 'fatal').map(({ code }) => code)).toEqual(['doc-name-invalid']);
  });
});

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

  it('with a name outside of the grammar is refused', () => {
    const { diagnostics } = compileAndDiagnose(writePage('webhook/v3/-.md', { answerKeyword: '应答规范' }));
    expect(diagnostics.filter(({ severity }) => severity === 'fatal').map(({ code }) => code)).toEqual(['doc-name-invalid']);
  });
});

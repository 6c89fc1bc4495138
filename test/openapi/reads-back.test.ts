import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadBack, type ReadBack } from '../support/read-back.js';
import { readApi } from '../support/read-api.js';
import { readMessages } from '../support/read-messages.js';
import { specsApi } from '../support/specs-api.js';
import { pageText, separator } from '../support/write-page.js';

let readBack: ReadBack;
beforeAll(async () => {
  readBack = await createReadBack();
});
afterAll(() => readBack.close());

describe('what the document allows the platform to send', () => {
  it('is read by the client, for all pages of specs/', async () => {
    const { api } = specsApi();
    const { read, misread } = await readMessages(readBack, api, 5);
    expect(misread).toEqual([]);
    const answering = api.pages.flatMap(({ operations }) => operations).filter(({ answer }) => answer.kind === 'fields');
    expect(read).toBe(5 * (answering.length + api.pages.flatMap(({ webhooks }) => webhooks).length));
  });

  it('is read where it once was not', async () => {
    const { api } = readApi({
      // An element that stands once inside of decrypted XML.
      'webhook/v2/tea-served.md': pageText({
        answerKeyword: '应答规范',
        request: [
          'body | object',
          'req_info {data-indent=1} | string {data-tooltip=经「MD5后的API密钥」加密后的BASE64字符串 data-encrypted=by-aes-ecb}',
          separator,
          'cups {data-required data-indent=2} | string[]',
        ],
        answer: ['body | object', 'return_code {data-indent=1} | string'],
      }),
      // A name that two shapes have for values of two types, or of two lists.
      'openapi/v3/teas.md': pageText({
        answer: [
          'scene {data-required} | object',
          'size {data-required data-indent=1} | integer',
          'kind {data-required data-indent=1} | string | `A` 枚举值',
          separator,
          'scene {data-required} | object | `X` text',
          'size {data-required data-indent=1} | string',
          'kind {data-required data-indent=1} | string | `B` 枚举值',
        ],
      }),
    });
    expect(await readMessages(readBack, api, 50)).toEqual({ read: 100, misread: [] });
  });
});

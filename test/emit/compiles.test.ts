import { describe, expect, it } from 'vitest';
import { emitPage } from '../../generator/emit/index.js';
import { readApi } from '../support/read-api.js';
import { createTypeChecker } from '../support/type-checker.js';
import { pageText, separator } from '../support/write-page.js';

const sealed = 'a {data-indent=1} | string {data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm}';

/** Pages whose module or test once did not compile. */
const pages: readonly (readonly [title: string, file: string, text: string])[] = [
  [
    'an object without rows inside of a part of an upload',
    'openapi/v3/media.md',
    pageText({
      request: [
        'body {data-required} | object',
        'file {data-required data-indent=1} | object',
        'meta {data-indent=1} | object[]',
        'size {data-indent=2} | object',
      ],
    }),
  ],
  [
    'a text in a request that no runtime can seal',
    'openapi/v3/teas.md',
    pageText({ request: ['json {data-required} | object', sealed, separator, 'b {data-indent=2} | string[]'] }),
  ],
  [
    'a body that is no object',
    'openapi/v3/cups.md',
    pageText({ request: ['body {data-required} | string', 'file {data-indent=1} | object', 'size {data-indent=1} | string'] }),
  ],
  [
    'shapes of an answer that list values under one name',
    'openapi/v3/bowls.md',
    pageText({
      answer: ['scene', 'place'].flatMap((name) => [
        `${name} | object`,
        'kind {data-indent=1} | string | `A` \\| `B` 枚举值之一',
        separator,
        `${name} | object | \`X\` text`,
        'kind {data-indent=1} | string | `C` \\| `D` 枚举值之一',
      ]),
    }),
  ],
];

describe('what is emitted compiles under the flags of the SDK', () => {
  const checker = createTypeChecker();

  it.each(pages)('for %s', (_, file, text) => {
    const { api } = readApi({ [file]: text });
    const files = api.pages.flatMap(emitPage);
    expect(files).toHaveLength(2);
    expect(checker.faults(files)).toEqual([]);
  });

  it('or else the faults are told', () => {
    const [file] = readApi({ 'openapi/v3/teas.md': pageText() }).api.pages.flatMap(emitPage);
    expect(file).toBeDefined();
    const { path, text } = file ?? { path: '', text: '' };
    expect(checker.faults([{ path, text: `${text}\nconst count: number = 'one';\n` }]).map(({ message }) => message)).toEqual([
      "Type 'string' is not assignable to type 'number'.",
      "'count' is declared but its value is never read.",
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { emitPage } from '../../generator/emit/index.js';
import { compile } from '../support/tester.js';
import { separator, writePage } from '../support/write-page.js';

function emit(pages: string): string {
  return compile(pages)
    .pages.flatMap(emitPage)
    .map(({ text }) => text)
    .join('\n');
}

describe('the comment of a row', () => {
  it.each([
    ['is its words', ['a | string | of tea'], '/** of tea */\n  a?: string;'],
    ['keeps its lines', ['a | string | one<br/>two'], '/**\n   * one\n   * two\n   */\n  a?: string;'],
    ['is none where it has no words', ['a | string', 'b | string'], '  a?: string;\n  b?: string;'],
    ['explains values', ['a | string | 枚举值：<br/>`A`：first<br/>`B`：second'], '`A`：first\n   * `B`：second'],
    [
      'says what is encrypted',
      ['a | string {data-tooltip=商户API证书对应的公钥加密后的BASE64字符串 data-encrypted=by-rsa-pubkey} | secret'],
      '* secret\n   * Plain here, encrypted on the wire.',
    ],
    [
      'says what is encoded',
      ['a | string {data-encoded=by-json_encode}', separator, 'b {data-indent=1} | string'],
      '/** Plain here, encoded on the wire. */',
    ],
  ])('%s', (_, answer, comment) => {
    expect(emit(writePage('openapi/v3/teas.md', { answer }))).toContain(comment);
  });

  it('names the overlay that a row comes from', () => {
    const overlay = [
      '<!-- overlays/teas.yaml -->',
      '- operation: GET /v3/teas',
      '  side: response',
      '  field: colour',
      '  add: { type: string, description: of the cup }',
      '  reason: It arrives, and no page says so.',
    ].join('\n');
    expect(emit(`${writePage('openapi/v3/teas.md', { verb: 'get' })}\n${overlay}\n`)).toContain('From the overlay overlays/teas.yaml:');
  });
});

describe('the comment of an operation', () => {
  const page = writePage('openapi/v3/teas.md', {
    description: 'Serves tea. 参阅',
    notice: '::: danger :no_entry_sign: {.im-deprecated}\n\n本接口服务已于 `2022.09.08` (北京时间) 下线\n\n:::',
  });

  it('is its title and description, and its end of life', () => {
    const text = emit(page);
    expect(text).toContain('/**\n * Tea\n *\n * Serves tea.');
    expect(text).toContain(' * @deprecated 本接口服务已于');
  });
});

import { describe, expect, it } from 'vitest';
import { ownComment, pageComment, rowComment, verbComment } from '../../generator/emit/doc-comment.js';
import { emitPage } from '../../generator/emit/index.js';
import type { Operation } from '../../generator/model/api.js';
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

describe('the lines of a comment', () => {
  const operationOf = (parts: Parameters<typeof writePage>[1]): Operation => {
    const [operation] = compile(writePage('openapi/v3/teas.md', parts)).pages.flatMap(({ operations }) => operations);
    if (!operation) throw new Error('no operation');
    return operation;
  };
  const notice = '::: danger {.im-deprecated}\n本接口服务已于 `2022.09.08` 下线\n\n*/ @x\n:::';
  const ended = '@deprecated 本接口服务已于 `2022.09.08` 下线 *\\/ \\@x';

  it.each([
    [{ description: 'Serves tea.' }, ['\nTea\n\nServes tea.']],
    [{ description: 'Tea' }, ['Tea']],
    [{ description: 'Tea', footer: '参阅 [a](/a) [b](/b*/) [a](/a)' }, ['\nTea\n\n@see /a\n@see /b%2A/']],
    [{ description: 'Serves tea.', notice, footer: '参阅 [a](/a)' }, [`\nTea\n\nServes tea.\n\n${ended}\n@see /a`]],
  ])('of %j', (parts, lines) => {
    expect(pageComment(operationOf(parts))).toEqual(lines);
  });

  it('of a call are its title and its end', () => {
    expect(verbComment(operationOf({}))).toEqual(['Tea']);
    expect(verbComment(operationOf({ notice }))).toEqual([`\nTea\n${ended}`]);
    expect(verbComment({ ...operationOf({}), title: '' })).toEqual(['']);
  });

  it('of ours are as they are', () => {
    expect([ownComment(), ownComment('a'), ownComment('a', 'b')]).toEqual([[], ['a'], ['\na\nb']]);
  });

  it('of a row explain each value that its words do not', () => {
    const [field] =
      operationOf({ request: ['json | object', 'a {data-indent=1} | string | `A`：first<br/>`B`：second'] }).request[0]?.field.fields ?? [];
    const explained = field && { ...field, description: 'one: first' };
    expect(field && rowComment(field)).toEqual(['\n`A`：first\n`B`：second']);
    expect(explained && rowComment(explained)).toEqual(['\none: first\n`B`: second']);
    expect(field && rowComment({ ...field, values: undefined, description: '' } as never)).toEqual([]);
  });
});

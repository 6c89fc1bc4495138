import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { commentLines, commentUrl, memberOf, objectKey, stringLiteral, templateText, typeKey } from '../../generator/emit/escape.js';

/** Any text, with the characters that could end a token more often than chance would have it. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*/',
        '/*',
        '//',
        '`',
        '${',
        "'",
        '"',
        '\\',
        '\n',
        '\r',
        '\u2028',
        '\u2029',
        '\u202e',
        '\ufeff',
        '\0',
        '@see',
        '{@link',
        '<',
        '](',
      ),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

function evaluate(expression: string): unknown {
  return new Function(`return (${expression});`)() as unknown;
}

describe('stringLiteral', () => {
  it.each([
    ['plain', "'plain'"],
    ['', "''"],
    ["it's", "'it\\'s'"],
    ['back\\slash', "'back\\\\slash'"],
    ['two\nlines', "'two\\u000alines'"],
    ['\u2028', "'\\u2028'"],
    ['turned \u202e', "'turned \\u202e'"],
    ['\ud800 alone', "'\\ud800 alone'"],
    ['茶 🍵', "'茶 🍵'"],
  ])('prints %j as %s', (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });

  it('evaluates to the text, whatever it is', () => {
    fc.assert(fc.property(hostileText, (text) => evaluate(stringLiteral(text)) === text));
  });
});

describe('templateText', () => {
  it('evaluates to the text inside of backticks, whatever it is', () => {
    fc.assert(fc.property(hostileText, (text) => evaluate(`\`${templateText(text)}\``) === text));
  });
});

describe('typeKey and objectKey', () => {
  it.each([
    ['amount', 'amount', 'amount'],
    ['delete', 'delete', 'delete'],
    ['coupon_id_$n', 'coupon_id_$n', 'coupon_id_$n'],
    ['Wechatpay-Serial', "'Wechatpay-Serial'", "'Wechatpay-Serial'"],
    ['2nd', "'2nd'", "'2nd'"],
    ['__proto__', '__proto__', "['__proto__']"],
    ['constructor', 'constructor', 'constructor'],
  ])('print %s', (name, inType, inObject) => {
    expect([typeKey(name), objectKey(name)]).toEqual([inType, inObject]);
  });

  it('make an own property of every name', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constantFrom('__proto__', 'constructor', 'toString')), (name) => {
        const made = evaluate(`{ ${objectKey(name)}: 1 }`) as object;
        return Object.keys(made).join() === name && Object.getPrototypeOf(made) === Object.prototype;
      }),
    );
  });
});

describe('memberOf', () => {
  it.each(['amount', 'Wechatpay-Serial', '2nd', '__proto__', "it's", '\u2028'])('reads %j', (name) => {
    const read = memberOf('o', name);
    const make = new Function('o', `return (${read});`) as (o: object) => unknown;
    expect(make(Object.fromEntries([[name, 1]]))).toBe(1);
    expect(read.startsWith(/^\w+$/.test(name) && !/^\d/.test(name) ? `o.${name}` : "o['")).toBe(true);
  });
});

describe('commentLines', () => {
  it.each([
    ['the end */ of it', ['the end *\\/ of it']],
    ['a\r\nb\u2028c\u2029d\re', ['a', 'b', 'c', 'd', 'e']],
    ['a\tb', ['a b']],
    ['a  \nb', ['a', 'b']],
    ['  padded  \n\n', ['padded']],
    ['@deprecated', ['\\@deprecated']],
    ['<img>', ['\\<img>']],
    ['[x](command:y)', ['[x]\\(command:y)']],
    ['left \u202e right', ['left \\u202e right']],
    ['', ['']],
  ])('writes %j', (text, lines) => {
    expect(commentLines(text)).toEqual(lines);
  });

  it('stays inside of the comment and makes no tag, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const source = `/**\n${commentLines(text)
          .map((line) => ` * ${line}`)
          .join('\n')}\n */\nconst after = 1;\n`;
        const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.ES2022, true);
        const [statement, ...more] = file.statements;
        return statement?.kind === ts.SyntaxKind.VariableStatement && more.length === 0 && ts.getJSDocTags(statement).length === 0;
      }),
    );
  });
});

describe('commentUrl', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['https://example.com/*/', 'https://example.com/%2A/'],
    ['https://example.com/a b@c', 'https://example.com/a%20b%40c'],
    ['javascript:\u202e', 'javascript:'],
    ['/a😀b', '/a%F0%9F%98%80b'],
    ['/openapi/v3/refunds', '/openapi/v3/refunds'],
  ])('writes %s', (url, written) => {
    expect(commentUrl(url)).toBe(written);
  });
});

import { describe, expect, it } from 'vitest';
import { spreadLists } from '../../../templates/testing/flat-lists.js';
import { parseMultipart } from '../../../templates/testing/multipart.js';
import { buildUrlencoded, parseUrlencoded } from '../../../templates/testing/urlencoded.js';
import { buildXml, parseXml } from '../../../templates/testing/xml.js';

describe('XML', () => {
  it.each([
    ['<xml><a>1</a></xml>', { a: '1' }],
    ['<?xml version="1.0"?>\n<xml>\n  <a><![CDATA[<1>]]></a>\n  <b/>\n</xml>\n', { a: '<1>', b: '' }],
    ['<root><a>&lt;&amp;&#65;&#x42;</a></root>', { a: '<&AB' }],
    ['<root><a>&#x110000;&#99999999;</a></root>', { a: '&#x110000;&#99999999;' }],
    ['<xml><a>1<![CDATA[]]]]><![CDATA[>]]>2<![CDATA[]]]></a></xml>', { a: '1]]>2]' }],
    ['<xml></xml>', {}],
  ])('reads %j', (text, values) => {
    expect({ ...parseXml(text) }).toEqual(values);
  });

  it.each(['', 'text', '<xml><a>1</b></xml>', '<xml><a><b>1</b></a></xml>', '{"a":1}'])('does not read %j', (text) => {
    expect(parseXml(text)).toBeUndefined();
  });

  // With a pattern that tries all ways to cut it, this would take longer than the universe is old.
  it('does not read a text with very many sections and no end', () => {
    expect(parseXml(`<xml><a>${'<![CDATA[b]]>c'.repeat(10_000)}</xml>`)).toBeUndefined();
  });

  it('gives back what was written, whatever it is', () => {
    const values = { a: 'a]]>b', b: '<&>"\'', c: '', d: '中文' };
    expect({ ...parseXml(buildXml(values)) }).toEqual(values);
  });
});

describe('parseMultipart', () => {
  const part = (head: string, body: string): string => `--x\r\n${head}\r\n\r\n${body}\r\n`;
  const meta = part('Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json', '{"a":1}');
  const file = part('Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png', 'a\r\nb');

  it('gives parts in their order, with their bytes', () => {
    expect(parseMultipart(Buffer.from(`${meta}${file}--x--\r\n`), 'multipart/form-data; boundary=x')).toEqual([
      { name: 'meta', contentType: 'application/json', body: Buffer.from('{"a":1}') },
      { name: 'file', filename: 'a.png', contentType: 'image/png', body: Buffer.from('a\r\nb') },
    ]);
  });

  it.each([
    ['a quoted boundary', `${meta}--x--`, 'multipart/form-data; boundary="x"'],
    ['another content type', `${meta}--x--`, 'application/json'],
    ['no end', meta, 'multipart/form-data; boundary=x'],
    ['an unquoted name', `${part('Content-Disposition: form-data; name=meta', '')}--x--`, 'multipart/form-data; boundary=x'],
  ])('refuses %s', (_what, body, contentType) => {
    expect(parseMultipart(Buffer.from(body), contentType)).toBeUndefined();
  });
});

describe('urlencoded text', () => {
  it('is read as it was written', () => {
    const values = { posttime: '123', deviceid: 'a=b&c', mobile: '中' };
    expect(parseUrlencoded(buildUrlencoded(values))).toEqual(values);
    expect(parseUrlencoded(encodeURIComponent('a=1&b=2'))).toEqual({ a: '1', b: '2' });
    expect(parseUrlencoded('a%3')).toBeUndefined();
  });
});

describe('spreadLists', () => {
  it('numbers the names of lists, from the outside in', () => {
    expect(spreadLists({ a: 1, coupon_id_$n: ['x', 'y'], fee_$n_$m: [[1, 2], [3]] })).toEqual({
      a: 1,
      coupon_id_0: 'x',
      coupon_id_1: 'y',
      fee_0_0: 1,
      fee_0_1: 2,
      fee_1_0: 3,
    });
  });
});

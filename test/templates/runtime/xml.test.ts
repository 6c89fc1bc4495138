import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildXml } from '../../../templates/runtime/build-xml.js';
import { parseXml } from '../../../templates/runtime/parse-xml.js';

describe('parseXml', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['CDATA', '<xml><a><![CDATA[1 < 2 & 3]]></a></xml>', { a: '1 < 2 & 3' }],
    ['plain text', '<xml><a>x</a><b>01</b><c>1.0</c><d>true</d></xml>', { a: 'x', b: '01', c: '1.0', d: 'true' }],
    ['layout around CDATA', '<xml>\n  <a>\n <![CDATA[ x ]]>\n </a>\n</xml>\n', { a: ' x ' }],
    ['an empty element', '<xml><a></a><b/><c><![CDATA[]]></c></xml>', { a: '', b: '', c: '' }],
    ['the five entities', '<xml><a>&lt;&gt;&amp;&quot;&apos;</a></xml>', { a: '<>&"\'' }],
    ['characters by number', '<xml><a>&#20013;&#x6587;</a></xml>', { a: '中文' }],
    ['no entity beyond', '<xml><a>&xxe;</a></xml>', { a: '&xxe;' }],
    ['entities in CDATA as they are', '<xml><a><![CDATA[&lt;]]></a></xml>', { a: '&lt;' }],
    ['a split CDATA section', '<xml><a><![CDATA[x]]]]><![CDATA[>y]]></a></xml>', { a: 'x]]>y' }],
    ['text and CDATA in their order', '<xml><a>x<![CDATA[y]]> z <![CDATA[!]]></a></xml>', { a: 'xy z !' }],
    ['instructions as nothing', '<xml><a><?x y?>1</a></xml>', { a: '1' }],
    ['an entity in capitals as none', '<xml><a>&LT;&#x4A;</a></xml>', { a: '&LT;J' }],
    ['names of members that all objects have', '<xml><toString>1</toString><valueOf/></xml>', { toString: '1', valueOf: '' }],
    ['names that only look bad', '<xml><constructor>1</constructor><prototype>2</prototype></xml>', { constructor: '1', prototype: '2' }],
    ['another root', '<root><a>1</a></root>', { a: '1' }],
    ['a declaration', '<?xml version="1.0" encoding="UTF-8"?><xml><a>1</a></xml>', { a: '1' }],
    ['children', '<xml><a><b>1</b></a></xml>', { a: { b: '1' } }],
    ['repeated elements', '<xml><a>1</a><a>2</a></xml>', { a: ['1', '2'] }],
    ['nothing', '<xml></xml>', {}],
    ['a document type in CDATA', '<xml><a><![CDATA[<!DOCTYPE x>]]></a></xml>', { a: '<!DOCTYPE x>' }],
  ])('reads %s', (_, text, want) => {
    expect(parseXml(text)).toEqual(want);
  });

  it.each<[string, string]>([
    ['a document type', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><a>&a;</a></xml>'],
    ['a document type in lower case', '<!doctype xml><xml><a>1</a></xml>'],
    ['text', 'nonsense'],
    ['nothing at all', ''],
    ['two roots', '<a>1</a><b>2</b>'],
    ['a root without elements', '<xml>text</xml>'],
    ['a message that was cut', '<xml><return_code>SUCCESS</return_code><result_code>SUCC'],
    ['a message whose last tag was cut', '<xml><a>1</a></xm'],
    ['elements that overlap', '<xml><a><b>1</a></b></xml>'],
    ['a prototype', '<xml><__proto__>1</__proto__></xml>'],
    ['more after the end', '<xml><a>1</a></xml>more'],
  ])('believes nothing of %s', (_, text) => {
    expect(parseXml(text)).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'prototype'])('pollutes nothing by an element named %s', (name) => {
    const parsed = parseXml(`<xml><${name}><polluted>1</polluted></${name}><a>1</a></xml>`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(parsed === undefined || Object.getPrototypeOf(parsed) === Object.prototype).toBe(true);
  });

  it('reads what buildXml writes', () => {
    // XML itself cannot carry control characters, and reads CR LF as LF.
    const texts = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\0-\x1f\x7f]/g, ''));
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z][a-z_]{0,9}$/).filter((name) => !(name in {})),
          texts,
          { minKeys: 1 },
        ),
        (fields) => {
          expect(parseXml(buildXml(fields))).toEqual({ ...fields });
        },
      ),
    );
  });
});

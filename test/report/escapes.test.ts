import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownCode, markdownMessage } from '../../generator/report/escape-markdown.js';
import { escapeXml } from '../../generator/report/escape-xml.js';
import { reportGithub } from '../../generator/report/github.js';
import { escapeHtml, htmlMessage, scriptData } from '../../generator/report/html/escape-html.js';
import { printJson, visibleJson } from '../../generator/report/print-json.js';
import { printable } from '../../generator/report/text/printable.js';
import { hostileFinding, hostileReport, plainView } from '../support/hostile-report.js';

const escapes: readonly [character: string, shown: string][] = [
  ['\u0000', '\\u{0}'],
  ['\u0007', '\\u{7}'],
  ['\u001b', '\\u{1b}'],
  ['\n', '\\u{a}'],
  ['\r', '\\u{d}'],
  ['\u0085', '\\u{85}'],
  ['\u009b', '\\u{9b}'],
  ['\u00ad', '\\u{ad}'],
  ['\u061c', '\\u{61c}'],
  ['\u200b', '\\u{200b}'],
  ['\u2028', '\\u{2028}'],
  ['\u2029', '\\u{2029}'],
  ['\u202e', '\\u{202e}'],
  ['\u2066', '\\u{2066}'],
  ['\ufeff', '\\u{feff}'],
  ['\ud800', '\\u{d800}'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\t', ' '],
  ['茶', '茶'],
  ['🍵', '🍵'],
];

describe('text for a terminal', () => {
  it.each(escapes)('shows %j', (character, shown) => {
    expect(printable(`a${character}b${character}`)).toBe(`a${shown}b${shown}`);
  });
});

describe('JSON to look at', () => {
  it.each(escapes.filter(([character]) => !/[🍵茶\t\n\r]/u.test(character)))('shows %j as an escape, and says the same', (character) => {
    const value = { text: `a${character}b${character}`, [character]: [1, null] };
    const json = printJson(value);
    expect(json).not.toContain(character);
    expect(JSON.parse(json)).toEqual(value);
  });

  it('is indented, ends in a line, and keeps visible characters', () => {
    expect(printJson({ a: '茶🍵' })).toBe('{\n  "a": "茶🍵"\n}\n');
    expect(visibleJson('"\u202e\u{e0041}"')).toBe('"\\u202e\\udb40\\udc41"');
  });
});

describe('plain text in markdown', () => {
  it.each([
    ['a & b', 'a &#38; b'],
    ['<b>', '&#60;b&#62;'],
    ['*a* _b_', '&#42;a&#42; &#95;b&#95;'],
    ['[a](b)', '&#91;a&#93;(b)'],
    ['a|b\\', 'a&#124;b&#92;'],
    ['~~#1 @all `x`', '&#126;&#126;&#35;1 &#64;all &#96;x&#96;'],
    ['https://tea.example', 'https:&#47;/tea.example'],
    ['::error::x', '&#58;&#58;error&#58;&#58;x'],
    ['a\nb', 'a\\u{a}b'.replace('\\', '&#92;')],
    ['', ''],
  ])('%j is %j', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });

  it.each([
    ['', ''],
    ['a', '`a`'],
    ['`', '`` ` ``'],
    ['a `b` ``c``', '``` a `b` ``c`` ```'],
    ['a\u001b', '`a\\u{1b}`'],
    ['*a*', '`*a*`'],
  ])('%j is %j as code', (text, written) => {
    expect(markdownCode(text)).toBe(written);
  });

  it.each([
    ['`a` stands in `b*`.', '`a` stands in `b*`.'],
    ['no *names*', 'no &#42;names&#42;'],
    ['`a``b`.', '`a` `b`.'],
    ['``', ' '],
    ['x `a', 'x `a`'],
  ])('%j is %j as a message', (text, written) => {
    expect(markdownMessage(text)).toBe(written);
  });
});

describe('text in XML', () => {
  it.each(['a & b', '<b>', '"c" \'d\'', ']]>', '&amp;', '<!-- -->'])('%j is read back from an element and an attribute', (text) => {
    const written = escapeXml(text);
    expect(written).not.toMatch(/[<>"']/);
    const parsed: unknown = new XMLParser({ ignoreAttributes: false, htmlEntities: true }).parse(
      `<x a="${written}" b='${written}'>${written}</x>`,
    );
    expect(parsed).toEqual({ x: { '#text': text, '@_a': text, '@_b': text } });
  });

  it('shows characters that XML cannot hold', () => {
    expect(escapeXml('a\u0000\nb')).toBe('a\\u{0}\\u{a}b');
  });
});

describe('text in HTML', () => {
  it.each([
    ['a & b', 'a &amp; b'],
    ['<b>', '&lt;b&gt;'],
    ['"c" \'d\'', '&quot;c&quot; &#39;d&#39;'],
    ['a\nb\u202e', 'a\nb\\u{202e}'],
    ['::error::', '&#58;&#58;error&#58;&#58;'],
    ['##[error]', '&#35;&#35;[error]'],
  ])('%j is %j', (text, written) => {
    expect(escapeHtml(text)).toBe(written);
  });

  it.each([
    ['`<a>` is `b`', '<code>&lt;a&gt;</code> is <code>b</code>'],
    ['no <names>', 'no &lt;names&gt;'],
  ])('%j is %j as a message', (text, written) => {
    expect(htmlMessage(text)).toBe(written);
  });

  it('ends no script', () => {
    const data = { a: '</script><!--', b: ['\u2028', 1, { c: true }] };
    expect(scriptData(data)).toBe('{"a":"\\u003c/script>\\u003c!--","b":["\\\\u{2028}",1,{"c":true}]}');
  });
});

describe('commands for GitHub', () => {
  it.each([
    ['a%b', 'a%25b'],
    ['a\r\nb', 'a\\u{d}\\u{a}b'],
    ['a:b,c', 'a:b,c'],
  ])('say %j as %j', (message, written) => {
    const [diagnostic] = hostileReport.diagnostics;
    if (!diagnostic) throw new Error('no diagnostic');
    const lines = reportGithub(
      { ...hostileReport, findings: [], diagnostics: [{ ...diagnostic, message, file: 'a:b,c%.md' }] },
      plainView,
    ).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::(?:error|warning|notice) file=specs\/a%3Ab%2Cc%25\.md,line=\d+,col=\d+,title=[\w-]+::/);
    expect(lines[0]?.endsWith(`::${written}`)).toBe(true);
  });

  it('name no place in pages that are gone, nor where there is none', () => {
    const { base, head: _head, ...finding } = hostileFinding;
    const placeless = { ...finding, message: 'm' };
    const gone = { ...placeless, ...(base && { base }) };
    const lines = reportGithub({ ...hostileReport, diagnostics: [], findings: [placeless, gone] }, plainView);
    const line = '::error title=request-enum-value-added::POST /v3/lamps · json.colour: m\n';
    expect(lines).toBe(`${line}${line}`);
  });
});

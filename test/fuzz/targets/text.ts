import ts from 'typescript';
import { commentLines, stringLiteral, templateText } from '../../../generator/emit/escape.js';
import { markdownMessage } from '../../../generator/report/escape-markdown.js';
import { escapeXml } from '../../../generator/report/escape-xml.js';
import { printable } from '../../../generator/report/text/printable.js';
import type { Target } from '../target.js';

/** A text on its way into code, comments, terminals and markup. */
export const text: Target = {
  seeds: ["x'}); a(); //", '*/ ${a} `b` <c> [d](e) @f ::error::g', '\u202e\u2028\ud800'],
  words: [
    "'",
    '"',
    '`',
    '\\',
    '${',
    '*/',
    '/*',
    '\n',
    '\r',
    '\u2028',
    '\u2029',
    '\0',
    '<',
    '>',
    '&',
    ']]>',
    '::',
    '@',
    '](',
    '\u{e0041}',
    '\ud83d',
    '\ude00',
  ],
  run(value) {
    expectOneToken(stringLiteral(value), value);
    expectOneToken(`\`${templateText(value)}\``, value);
    const comment = commentLines(value).join('\n * ');
    if (comment.includes('*/')) throw new Error('the end of a comment');
    if (/[^\P{C}\n]|[\u2028\u2029]/u.test(comment.replaceAll(/\p{Co}|\p{Cn}/gu, ''))) throw new Error('a character that nobody sees');
    if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(printable(value))) throw new Error('a character that drives a terminal');
    if (/[<>"']|&(?!#39;|\w+;)/.test(escapeXml(value))) throw new Error('a character of markup');
    markdownMessage(value);
    return true;
  },
};

/** A token of its own would be a second one. */
function expectOneToken(code: string, value: string): void {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, code);
  const kind = scanner.scan();
  if (kind !== ts.SyntaxKind.StringLiteral && kind !== ts.SyntaxKind.NoSubstitutionTemplateLiteral) throw new Error(`no literal: ${code}`);
  if (scanner.getTokenValue() !== value) throw new Error(`another text: ${code}`);
  if (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) throw new Error(`a token of its own: ${code}`);
}

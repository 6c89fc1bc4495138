/**
 * The one door through which page text enters generated code (design.md §2.3). Every function returns text that is a single
 * token, or the inside of a comment, whatever it was given.
 */

/** Control and format characters, line separators and lone surrogates: shown as escapes, never as they are. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function codeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

/** A string literal in single quotes that evaluates to `text`. */
export function stringLiteral(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(unprintable, codeUnits)}'`;
}

/** The literal part of a template literal (type) that evaluates to `text`. */
export function templateText(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replace(unprintable, codeUnits);
}

/** The name of a member in a type: bare where TypeScript allows it. */
export function typeKey(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** The key of an own property in an object literal. `__proto__` would set the prototype, unless it is computed. */
export function objectKey(name: string): string {
  return name === '__proto__' ? `[${stringLiteral(name)}]` : typeKey(name);
}

/** Reads the member `name` of the expression `object`. */
export function memberOf(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${stringLiteral(name)}]`;
}

/**
 * The inside of a doc comment, one entry per line. Nothing in it can end the comment, start a tag or a link, or turn the reading
 * direction. Blank lines at both ends are dropped, and blanks at the end of a line.
 */
export function commentLines(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/\t/g, ' ')
        .replace(unprintable, codeUnits)
        .replace(/[@<]/g, '\\$&')
        .replace(/\]\(/g, ']\\(')
        .replace(/\*(?=\/)/g, '*\\')
        .trimEnd(),
    );
}

/** A URL for the inside of a comment; whatever does not belong into a URL is percent-encoded. */
export function commentUrl(url: string): string {
  return url
    .replace(unprintable, '')
    .replace(/[^A-Za-z0-9\-._~:/?#[\]!$&'()+,;=%]+/g, (characters) => encodeURIComponent(characters).replace(/\*/g, '%2A'));
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

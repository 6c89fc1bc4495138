/**
 * Page text for a terminal: control characters and the marks that turn the direction of writing become visible escapes, so that a
 * page can neither move the cursor, nor set a title, nor show its words in another order.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => (character === '\t' ? ' ' : `\\u{${codePoint(character)}}`));
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

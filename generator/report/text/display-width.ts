/**
 * Columns that a text takes on a terminal: two for East Asian wide characters and emoji, none for combining marks. For printable
 * text only.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += /\p{M}/u.test(character) ? 0 : isWide(character) ? 2 : 1;
  }
  return width;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}

const token = /'(?:[^'\\]|\\[^])*(?:'|$)|"(?:[^"\\]|\\[^])*(?:"|$)|\/\/[^\n]*|#[^\n]*|\/\*[^]*?(?:\*\/|$)|[[\](){}]/g;

const opening = new Set(['[', '(', '{']);
const closing = new Set([']', ')', '}']);

/**
 * Finds the bracket that closes the one at `start`, past strings and comments.
 *
 * @returns its index; undefined where none does
 */
export function closingBracket(code: string, start: number): number | undefined {
  let depth = 0;
  token.lastIndex = start;
  for (let match = token.exec(code); match; match = token.exec(code)) {
    const [text] = match;
    if (opening.has(text)) depth++;
    else if (closing.has(text)) {
      depth--;
      if (depth === 0) return match.index;
    }
  }
  return undefined;
}

/** How deep the brackets of a program nest, past strings and comments. */
export function bracketDepth(code: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [text] of code.matchAll(token)) {
    if (opening.has(text)) deepest = Math.max(deepest, ++depth);
    else if (closing.has(text)) depth--;
  }
  return deepest;
}

import { Engine } from 'php-parser';
import { bracketDepth } from './closing-bracket.js';
import type { PhpNode } from './php-node.js';

/** What comes of a text that should be PHP. */
export type PhpParse =
  | { readonly kind: 'program'; readonly statements: readonly PhpNode[] }
  /** `line` counts from 1 in the text. */
  | { readonly kind: 'error'; readonly line: number; readonly message: string };

/** php-parser is recursive; no program that is meant to be read nests deeper. */
const maximalDepth = 64;
const maximalLength = 1_000_000;

const engine = new Engine({ parser: { extractDoc: false, suppressErrors: false }, ast: { withPositions: true } });

/** Parses PHP without its `<?php`. Never throws. */
export function parsePhp(code: string): PhpParse {
  if (code.length > maximalLength) return { kind: 'error', line: 1, message: 'program is too long to be read' };
  if (bracketDepth(code) > maximalDepth) return { kind: 'error', line: 1, message: 'program nests too deep to be read' };
  try {
    const program = engine.parseEval(code) as unknown as PhpNode; // php-parser types its nodes as classes without a tag
    return { kind: 'program', statements: program.kind === 'program' ? program.children : [] };
  } catch (error) {
    // Syntax errors carry their line; anything else, such as a stack that overflows on a chain of operators, has none.
    const { lineNumber, message } = error as Partial<Error & { readonly lineNumber: number }>; // thrown by the library
    return { kind: 'error', line: lineNumber ?? 1, message: wordsOf(message ?? '') };
  }
}

/** Without what the library says of every error, and without the line, which counts in the text. */
function wordsOf(message: string): string {
  const [first = ''] = message.split('\n', 1);
  const words = first.replace(/^Parse Error : /, '').replace(/ on line \d+$/, '');
  return words === '' ? 'program is not PHP' : words;
}

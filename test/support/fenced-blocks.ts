import { readFileSync } from 'node:fs';

/** A fenced code block of a document. */
export interface FencedBlock {
  /** Path of the document from the root of the project. */
  readonly document: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  /** Empty if none is named. */
  readonly language: string;
  /** The HTML comment right above it; it tells what the block is and how it is checked. */
  readonly note: string;
  readonly text: string;
}

/**
 * All fenced blocks, those inside of other blocks left out.
 *
 * @param text of the document, if it is not to be read from its path
 */
export function fencedBlocks(document: string, text = readFileSync(document, 'utf8')): FencedBlock[] {
  const lines = text.split('\n');
  const blocks: FencedBlock[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = '', fence, language = ''] = /^( *)(`{3,}|~{3,})(\w*)/.exec(lines[index] ?? '') ?? [];
    if (fence === undefined) continue;
    const end = lines.findIndex((line, at) => at > index && line.trimEnd() === indent + fence);
    if (end === -1) throw new Error(`${document}:${String(index + 1)}: the block does not end`);
    const content = lines
      .slice(index + 1, end)
      .map((line) => `${line.slice(indent.length)}\n`)
      .join('');
    blocks.push({ document, line: index + 1, language, note: noteAbove(lines, index), text: content });
    index = end;
  }
  return blocks;
}

function noteAbove(lines: readonly string[], index: number): string {
  const above = lines[index - 1] === '' ? lines[index - 2] : lines[index - 1];
  return /^<!-- (.*) -->$/.exec(above ?? '')?.[1] ?? '';
}

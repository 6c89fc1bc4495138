import type { Heading, Paragraph } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';
import { findAttributes, movePoint, parseAttributes } from '../attributes/parse-attributes.js';
import { readPhrasing, type TextLine } from './read-phrasing.js';

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** Lines of the open heading or paragraph. */
    textLines?: TextLine[];
  }
}

/**
 * Reads headings and paragraphs with `readPhrasing` instead of micromark's text constructs, and takes the attribute group off
 * their end (dialect.md §5, §18).
 */
export const phrasingFromMarkdown: Extension = {
  enter: { data() {} },
  exit: {
    data(this: CompileContext, token: Token) {
      const { line, column, offset } = token.start;
      const text = this.sliceSerialize(token);
      if (!addToFragment(this, text)) (this.data.textLines ??= []).push({ text, start: { line, column, offset } });
    },
    lineEnding(this: CompileContext, token: Token) {
      addToFragment(this, this.sliceSerialize(token));
    },
    atxHeading: closeText,
    paragraph: closeText,
  },
};

/** Text that another extension gathers between `buffer` and `resume`: the front matter. */
function addToFragment({ stack }: CompileContext, value: string): boolean {
  const parent = stack.at(-1);
  if (parent?.type !== 'fragment') return false;
  parent.children.push({ type: 'text', value });
  return true;
}

function closeText(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1);
  if (node?.type === 'heading' || node?.type === 'paragraph') fillText(node, this.data.textLines ?? []);
  this.data.textLines = [];
  this.exit(token);
}

function fillText(node: Heading | Paragraph, written: readonly TextLine[]): void {
  // Blanks at the end of a line are nothing that anybody sees.
  const lines = written.map(({ text, start }): TextLine => ({ text: text.trimEnd(), start }));
  const last = lines.at(-1);
  const open = last ? findAttributes(last.text) : -1;
  if (!last || open < 0) {
    node.children = readPhrasing(lines);
    return;
  }
  node.children = readPhrasing([...lines.slice(0, -1), { text: last.text.slice(0, open).trimEnd(), start: last.start }]);
  node.data = { ...node.data, attributes: parseAttributes(last.text.slice(open), movePoint(last.start, open)) };
}

import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';
import type { Point } from 'unist';
import { findAttributes, movePoint, parseAttributes } from '../attributes/parse-attributes.js';
import type { ImTableCell, ImTableRow } from '../nodes.js';
import { readPhrasing } from '../phrasing/read-phrasing.js';
import { splitRow } from './split-row.js';

/** Makes `imTable`, `imTableRow` and `imTableCell` nodes. */
export const imTableFromMarkdown: Extension = {
  enter: {
    imTable(this: CompileContext, token: Token) {
      this.enter({ type: 'imTable', children: [], delimited: false }, token);
    },
    imTableRow: enterRow,
  },
  exit: {
    imTable(this: CompileContext, token: Token) {
      this.exit(token);
    },
    imTableRow() {},
  },
};

const delimiterRow = /^[\s|:-]*-[\s|:-]*$/;

function enterRow(this: CompileContext, token: Token): void {
  const table = this.stack.at(-1);
  const source = this.sliceSerialize(token);
  if (table?.type === 'imTable' && table.children.length === 1 && !table.delimited && delimiterRow.test(source)) {
    table.delimited = true;
    return;
  }
  const { line, column, offset } = token.start;
  const start: Point = { line, column, offset };
  const children = splitRow(source).map(({ text, index }) => readCell(text, movePoint(start, index)));
  const row: ImTableRow = { type: 'imTableRow', children };
  this.enter(row, token);
  this.exit(token);
}

function readCell(text: string, start: Point): ImTableCell {
  const open = findAttributes(text);
  const source = open < 0 ? text : text.slice(0, open).trimEnd();
  return {
    type: 'imTableCell',
    source,
    children: readPhrasing([{ text: source, start }], { inCell: true }),
    ...(open >= 0 && { attributes: parseAttributes(text.slice(open), movePoint(start, open)) }),
    position: { start, end: movePoint(start, text.length) },
  };
}

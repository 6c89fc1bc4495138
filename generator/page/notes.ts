import type { List } from 'mdast';
import { attributeValue } from '../markdown/index.js';
import { blockText } from './block-text.js';
import type { Note } from './page.js';
import type { Reading } from './reading.js';

/** Reads the numbered notes of a webhook (dialect.md §18). */
export function readNotes(list: List, reading: Reading): Note[] {
  return list.children.map((item) => {
    const last = item.children.findLast((block) => block.type === 'paragraph');
    const anchor = attributeValue(last?.data?.attributes, 'id');
    return { text: item.children.map(blockText).join('\n'), ...(anchor !== undefined && { anchor }), place: reading.placeOf(item) };
  });
}

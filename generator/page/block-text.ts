import type { RootContent } from 'mdast';
import { inlineText } from './inline-text.js';

/** The text of a block and the blocks in it, one line for each paragraph or list item. */
export function blockText(node: RootContent): string {
  if (node.type === 'paragraph' || node.type === 'heading') return inlineText(node.children);
  if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'container') {
    return node.children.map(blockText).join('\n');
  }
  return 'value' in node ? node.value : '';
}

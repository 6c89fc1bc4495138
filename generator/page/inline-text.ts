import type { PhrasingContent } from 'mdast';

/**
 * The text of inline nodes: `<br/>` as line feed, code spans with their backticks, links as their text, other tags dropped
 * (dialect.md §13).
 */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'inlineCode') text += `\`${node.value}\``;
    else if (node.type === 'break') text += '\n';
    else if (node.type === 'link') text += inlineText(node.children);
  }
  return text;
}

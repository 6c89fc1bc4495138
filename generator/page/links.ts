import type { Nodes } from 'mdast';
import { inlineText } from './inline-text.js';
import type { Link } from './page.js';
import type { Reading } from './reading.js';

/** The links below the given nodes, in page order. */
export function readLinks(nodes: readonly Nodes[], reading: Reading): Link[] {
  const links: Link[] = [];
  const pending = [...nodes].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'link') links.push({ text: inlineText(node.children), url: node.url, place: reading.placeOf(node) });
    else if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child) pending.push(child);
      }
    }
  }
  return links;
}

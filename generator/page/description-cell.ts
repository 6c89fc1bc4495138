import type { PhrasingContent } from 'mdast';
import type { Place } from '../diagnostics/place.js';
import { endsInKeyword } from './ends-in-keyword.js';
import { inlineText } from './inline-text.js';
import { readLinks } from './links.js';
import type { Description, Placed } from './page.js';
import type { Reading } from './reading.js';
import { constantKeywords, defaultKeywords } from './tokens.js';
import { readValueList } from './value-list.js';

/** Reads the third cell of a field row (dialect.md §13). */
export function readDescription(nodes: readonly PhrasingContent[], place: Place, reading: Reading): Description {
  const tag = nodes.find(({ type }) => type === 'html');
  if (tag?.type === 'html') reading.report('doc-text-html', reading.placeOf(tag), `\`${tag.value}\` is no text`);
  const values = readValueList(nodes, reading);
  const constant = values ? undefined : (onlyCode(nodes, reading) ?? codeAfter(constantKeywords, nodes, reading));
  const fallback = codeAfter(defaultKeywords, nodes, reading);
  return {
    text: inlineText(nodes).trim(),
    place,
    ...(values && { values }),
    ...(constant && { constant }),
    ...(fallback && { default: fallback }),
    links: readLinks(nodes, reading),
  };
}

/** A description that is one code span and nothing else is a constant. */
function onlyCode(nodes: readonly PhrasingContent[], reading: Reading): Placed<string> | undefined {
  const [node] = nodes;
  return nodes.length === 1 && node?.type === 'inlineCode' ? { value: node.value, place: reading.placeOf(node) } : undefined;
}

/** The code span right behind one of the keywords (§13.2). */
function codeAfter(keywords: readonly string[], nodes: readonly PhrasingContent[], reading: Reading): Placed<string> | undefined {
  const index = nodes.findIndex((node, at) => node.type === 'inlineCode' && endsInKeyword(nodes[at - 1], keywords));
  const node = nodes[index];
  return node?.type === 'inlineCode' ? { value: node.value, place: reading.placeOf(node) } : undefined;
}

import type { Code, RootContent } from 'mdast';
import type { Place } from '../diagnostics/place.js';
import type { Reading } from './reading.js';

/** A fence of a code group (dialect.md §16.1). */
export interface Fence {
  readonly label: string;
  readonly code: string;
  /** Of the first line of code. */
  readonly place: Place;
  /** Whether it takes the rest of the page with it. */
  readonly closed: boolean;
}

const labelled = /^\[(.*)\]$/;

/** Reads the fences of a code group; other blocks in it are reported. */
export function readFences(nodes: readonly RootContent[], reading: Reading): Fence[] {
  return nodes.flatMap((node) => {
    if (node.type === 'code') return [readFence(node, reading)];
    reading.report('doc-block-unexpected', reading.placeOf(node), 'only fences stand in a code group');
    return [];
  });
}

function readFence(node: Code, reading: Reading): Fence {
  const opener = reading.placeOf(node);
  const label = labelled.exec(node.meta ?? '')?.[1];
  const closed = node.data?.closed !== false;
  if (!closed) reading.report('doc-fence-unclosed', opener, 'fence is not closed');
  if (label === undefined) reading.report('doc-sample-label-missing', opener, 'fence has no label');
  const [firstLine = ''] = node.value.split('\n', 1);
  return {
    label: label ?? '',
    code: node.value,
    closed,
    place: { line: opener.line + 1, column: 1, endColumn: firstLine.length + 1 },
  };
}

import type { PhpValue } from '../php-value.js';

/** Values of samples have some hundred nodes; following variables can make them grow without end. */
const maximalNodes = 10_000;
const maximalDepth = 64;

/** Whether a value is small and flat enough to be copied and walked by recursion. */
export function isBounded(value: PhpValue): boolean {
  const pending = [{ value, depth: 1 }];
  let nodes = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (++nodes > maximalNodes || next.depth > maximalDepth) return false;
    for (const child of childrenOf(next.value)) pending.push({ value: child, depth: next.depth + 1 });
  }
  return true;
}

function childrenOf(value: PhpValue): readonly PhpValue[] {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'map') return value.entries.map((entry) => entry.value);
  return value.kind === 'encoded' ? [value.value] : [];
}

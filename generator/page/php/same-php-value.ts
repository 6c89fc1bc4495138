import type { PhpValue } from '../php-value.js';

/** Whether two values are equal, wherever they stand. Keys must come in the same order. */
export function samePhpValue(a: PhpValue, b: PhpValue): boolean {
  if (a === b) return true;
  if (a.kind === 'literal') return b.kind === 'literal' && a.value === b.value;
  if (a.kind === 'list') return b.kind === 'list' && everyPair(a.items, b.items, samePhpValue);
  if (a.kind === 'encoded') return b.kind === 'encoded' && a.by === b.by && samePhpValue(a.value, b.value);
  if (a.kind === 'expression') return b.kind === 'expression' && a.code === b.code;
  return b.kind === 'map' && everyPair(a.entries, b.entries, (one, other) => one.key === other.key && samePhpValue(one.value, other.value));
}

function everyPair<Item>(a: readonly Item[], b: readonly Item[], same: (one: Item, other: Item) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return other !== undefined && same(one, other);
    })
  );
}

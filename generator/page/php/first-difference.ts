import type { Place } from '../../diagnostics/place.js';
import type { PhpValue } from '../php-value.js';
import { samePhpValue } from './same-php-value.js';

/** Where two values begin to differ. */
export interface Difference {
  /** In the first of the two, and the same in the other. */
  readonly place: Place;
  readonly other: Place;
  /** Name of the member that differs; absent where the values differ as a whole. */
  readonly key?: string;
}

/** The first difference of two values, as deep as members can be told apart; undefined where there is none. */
export function firstDifference(a: PhpValue, b: PhpValue, key?: string): Difference | undefined {
  if (samePhpValue(a, b)) return undefined;
  const whole: Difference = { place: a.place, other: b.place, ...(key !== undefined && { key }) };
  if (a.kind === 'encoded' && b.kind === 'encoded') return firstDifference(a.value, b.value, key) ?? whole;
  if (a.kind === 'list' && b.kind === 'list' && a.items.length === b.items.length) {
    return firstOf(a.items, (item, index) => firstDifference(item, b.items[index] ?? b, key)) ?? whole;
  }
  if (a.kind !== 'map' || b.kind !== 'map') return whole;
  const inside = firstOf(a.entries, (entry, index) => {
    const twin = b.entries[index];
    if (twin?.key !== entry.key) return { place: entry.place, other: twin?.place ?? b.place, key: entry.key };
    return firstDifference(entry.value, twin.value, entry.key);
  });
  if (inside) return inside;
  const more = b.entries[a.entries.length];
  return more ? { place: a.place, other: more.place, key: more.key } : whole;
}

function firstOf<Item>(items: readonly Item[], find: (item: Item, index: number) => Difference | undefined): Difference | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found) return found;
  }
  return undefined;
}

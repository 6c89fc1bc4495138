/** A number below `count`; the lower it is, the simpler is what was chosen. */
export type Choose = (count: number) => number;

/**
 * Choices out of a list that fast-check can make shorter and lower: what becomes of them grows simpler with them. Behind the end of the
 * list the simplest is chosen.
 */
export function chooseFrom(numbers: readonly number[]): Choose {
  let next = 0;
  return (count) => (numbers[next++] ?? 0) % count;
}

/** One of several, of which there is at least one. */
export function oneOf<const Items extends readonly unknown[]>(choose: Choose, items: Items): Items[number] {
  return items[choose(items.length)];
}

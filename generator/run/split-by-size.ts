/** Cuts a list into pieces of about the same weight, in order; an item heavier than that has a piece of its own. */
export function splitBySize<Item>(items: readonly Item[], weigh: (item: Item) => number, target: number): Item[][] {
  const pieces: Item[][] = [];
  let weight = Infinity;
  for (const item of items) {
    const added = weigh(item);
    if (weight + added > target) {
      pieces.push([]);
      weight = 0;
    }
    pieces.at(-1)?.push(item);
    weight += added;
  }
  return pieces;
}

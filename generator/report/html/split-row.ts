/** The cells of a table row as they are written, for showing; a line that is no row is one cell. */
export function splitRow(line: string): string[] {
  if (!line.startsWith('|')) return [line];
  const cells = line
    .slice(1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  return cells.at(-1) === '' && cells.length > 3 ? cells.slice(0, -1) : cells;
}

/** Where two texts differ: what they begin with, what only this one has, what they end with. */
export function markDifference(text: string, other: string): readonly [before: string, different: string, after: string] {
  const mine = [...text];
  const theirs = [...other];
  let start = 0;
  while (start < mine.length && start < theirs.length && mine[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < mine.length - start && end < theirs.length - start && mine.at(-1 - end) === theirs.at(-1 - end)) end += 1;
  const cut = (from: number, to: number): string => mine.slice(from, to).join('');
  return [cut(0, start), cut(start, mine.length - end), cut(mine.length - end, mine.length)];
}

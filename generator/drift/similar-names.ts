/**
 * Whether two names are likely one name written in two ways: equal up to case and separators, a typing error apart, or one of
 * their words shortened, exchanged for an abbreviation, or left out.
 */
export function areSimilarNames(left: string, right: string): boolean {
  if (plain(left) === plain(right)) return true;
  if (Math.min(left.length, right.length) >= 5 && editDistance(plain(left), plain(right), 2) <= 2) return true;
  return differInOneWord(words(left), words(right));
}

/** Equal up to case and separators, or at most two edits apart (drift-rules.md §5). */
export function areSimilarValues(left: string, right: string): boolean {
  return plain(left) === plain(right) || editDistance(left, right, 2) <= 2;
}

function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function words(name: string): string[] {
  return name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** `account_number` and `account_no`, `payer` and `payer_info`. */
function differInOneWord(left: readonly string[], right: readonly string[]): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const common = short.filter((word) => long.includes(word)).length;
  if (short.length === long.length) {
    const [mine, ...moreMine] = short.filter((word) => !long.includes(word));
    const [theirs, ...moreTheirs] = long.filter((word) => !short.includes(word));
    if (mine === undefined || theirs === undefined || moreMine.length > 0 || moreTheirs.length > 0) return false;
    return mine[0] === theirs[0] && (short.length > 1 || mine.startsWith(theirs) || theirs.startsWith(mine));
  }
  return common === short.length && long.length - short.length === 1;
}

/** Levenshtein distance, or any number above `most` as soon as it is known to be larger. */
function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** A source of numbers that can be repeated (mulberry32). */
export type Random = (below: number) => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** What grows without an end is tried by the tests of resources; here, many short texts find more than a few long ones. */
export const longest = 4096;

/** One to four small changes of a text: cut, repeat, exchange, flip, or put in a word of the language. */
export function mutate(text: string, other: string, words: readonly string[], random: Random): string {
  let changed = text;
  for (let left = 1 + random(4); left > 0; left -= 1) changed = mutateOnce(changed, other, words, random);
  return changed.slice(0, longest);
}

function mutateOnce(text: string, other: string, words: readonly string[], random: Random): string {
  const at = random(text.length + 1);
  const to = Math.min(text.length, at + 1 + random(random(8) === 0 ? 200 : 12));
  const [before, middle, after] = [text.slice(0, at), text.slice(at, to), text.slice(to)];
  switch (random(9)) {
    case 0:
      return before + after;
    case 1:
      return before + middle + middle + after;
    case 2:
      return before + middle.repeat(random(30)) + after;
    case 3:
      return before + String.fromCharCode(random(random(3) === 0 ? 0x10000 : 128)) + text.slice(at);
    case 4:
      return before + String.fromCharCode(text.charCodeAt(at) ^ (1 << random(7))) + text.slice(at + 1);
    case 5:
      return before + other.slice(random(other.length + 1)).slice(0, random(300));
    case 6:
      return before + other.slice(random(other.length + 1)).slice(0, random(60)) + after;
    default:
      return before + (words[random(words.length)] ?? '') + (random(2) === 0 ? after : text.slice(at));
  }
}

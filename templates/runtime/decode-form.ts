import type { Codec } from './operation.js';

/** The inverse of `encodeForm`: an object of texts. What is not percent-encoded stays as it is. */
export const decodeForm: Codec = (value) => {
  if (typeof value !== 'string') return value;
  try {
    return Object.fromEntries(decodeURIComponent(value).split('&').map(splitPair));
  } catch {
    return value;
  }
};

function splitPair(pair: string): [string, string] {
  const cut = pair.indexOf('=');
  return cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
}

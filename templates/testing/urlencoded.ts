/** `k=v&…`, each value percent-encoded (runtime-requirements.md §4). */
export function buildUrlencoded(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

/**
 * The inverse of {@link buildUrlencoded}; reads a text that was percent-encoded as a whole, too.
 *
 * @returns `undefined` where a percent sign encodes nothing
 */
export function parseUrlencoded(text: string): Record<string, string> | undefined {
  try {
    const pairs = text.includes('=') ? text : decodeURIComponent(text);
    return Object.fromEntries(new URLSearchParams(pairs));
  } catch {
    return undefined;
  }
}

/** Parses JSON. The parser's own error would quote the text, which may be secret, so it is dropped: `undefined` for what is no JSON. */
export function parseJson(text: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

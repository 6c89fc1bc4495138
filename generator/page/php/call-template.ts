/** One segment of a property chain as part of a URL (dialect.md §16.2): `wbChannel` → `wb-channel`, `_id_` → `{id}`. */
function segmentOf(property: string): string {
  const placeholder = /^_(.+)_$/.exec(property)?.[1];
  if (placeholder !== undefined) return `{${placeholder}}`;
  return (property.charAt(0).toLowerCase() + property.slice(1)).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The URL template that a chain of properties stands for. */
export function templateOfChain(properties: readonly string[]): string {
  return properties.map(segmentOf).join('/');
}

/** The URL template given as text, without slashes at its start. */
export function templateOfText(text: string): string {
  return text.replace(/^\/+/, '');
}

/** `<xml><k><![CDATA[v]]></k>…</xml>`; a `]]>` inside of a value is split over two sections (runtime-requirements.md §10). */
export function buildXml(values: Readonly<Record<string, string>>, root = 'xml'): string {
  const elements = Object.entries(values).map(
    ([name, value]) => `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  );
  return `<${root}>${elements.join('')}</${root}>`;
}

/**
 * The flat elements of an XML message, in a record without prototype. Knows CDATA, the five entities and character numbers, for
 * more is not sent.
 *
 * @returns `undefined` for anything that is not one root with flat elements
 */
export function parseXml(text: string): Record<string, string> | undefined {
  const root = /^\s*(?:<\?xml[^>]*\?>\s*)?<([\w-]+)>([\s\S]*)<\/\1>\s*$/.exec(text);
  if (root === null) return undefined;
  const values: Record<string, string> = Object.create(null);
  let rest = (root[2] ?? '').trimStart();
  while (rest !== '') {
    const element = /^<([\w-]+)(?:\s*\/>|>((?:<!\[CDATA\[[\s\S]*?\]\]>|[^<])*)<\/\1>)\s*/.exec(rest);
    if (element?.[1] === undefined) return undefined;
    values[element[1]] = textOf(element[2] ?? '');
    rest = rest.slice(element[0].length);
  }
  return values;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function textOf(content: string): string {
  return content.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#x([\da-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi,
    (_match, cdata, hex, decimal, name) => {
      if (cdata !== undefined) return String(cdata);
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(String(hex), 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[String(name)] ?? '';
    },
  );
}

import { isJsonList, isJsonObject, textOf, type Json, type JsonObject } from './json.js';

/**
 * `<xml><k><![CDATA[v]]></k>…</xml>`; a `]]>` inside of a value is split over two sections (runtime-requirements.md §10). A list
 * repeats its element, an object has elements inside.
 */
export function buildXml(values: JsonObject, root = 'xml'): string {
  return `<${root}>${Object.entries(values)
    .map(([name, value]) => elementOf(name, value))
    .join('')}</${root}>`;
}

function elementOf(name: string, value: Json): string {
  if (isJsonList(value)) return value.map((item) => elementOf(name, item)).join('');
  if (isJsonObject(value)) return buildXml(value, name);
  return `<${name}><![CDATA[${textOf(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
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
    const element = elementAtStart.exec(rest);
    if (element?.[1] === undefined) return undefined;
    values[element[1]] = unescape(element[2] ?? '');
    rest = rest.slice(element[0].length);
  }
  return values;
}

// Every character has one place in it only: a text without an end could else be cut in exponentially many ways.
const elementAtStart = /^<([\w-]+)(?:\s*\/>|>([^<]*(?:<!\[CDATA\[[^\]]*(?:\](?!\]>)[^\]]*)*\]\]>[^<]*)*)<\/\1>)\s*/;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescape(content: string): string {
  return content.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#x([\da-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi,
    (match: string, cdata?: string, hex?: string, decimal?: string, name?: string) => {
      if (cdata !== undefined) return cdata;
      if (name !== undefined) return entities[name.toLowerCase()] ?? match;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : match;
    },
  );
}

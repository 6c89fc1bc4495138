import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isObject } from './validation.js';

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  textNodeName: '#text',
});

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Parses a v2 message: the children of its only element, each value a text (runtime-requirements.md §10).
 *
 * @returns `undefined` for what is no such message, or has a document type: then nothing in it is believed.
 */
export function parseXml(text: string): Record<string, unknown> | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(withoutCdata(text))) return undefined;
  try {
    // The parser alone makes something of a message that was cut.
    if (XMLValidator.validate(text.trim()) !== true) return undefined;
    const document: unknown = parser.parse(text.trim());
    const roots = isObject(document) ? Object.entries(document).filter(([name]) => !name.startsWith('?')) : [];
    const [root] = roots;
    if (!root || roots.length > 1) return undefined;
    const value = valueOf(root[1]);
    return isObject(value) ? value : value === '' ? {} : undefined;
  } catch {
    // The parser's error may quote the text.
    return undefined;
  }
}

/** In one pass: a pattern would look for the end of each section through the whole rest, and anybody may send a notification. */
function withoutCdata(text: string): string {
  let rest = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<![CDATA[', at);
    const end = start < 0 ? -1 : text.indexOf(']]>', start);
    if (end < 0) return rest + text.slice(at);
    rest += text.slice(at, start);
    at = end + ']]>'.length;
  }
}

/** An element with children is an object, repeated elements are a list, all else is its text. */
function valueOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(valueOf);
  if (!isObject(node)) return decodeEntities(String(node));
  const children = Object.entries(node).filter(([name]) => name !== '#text' && name !== '#cdata');
  if (children.length > 0) return Object.fromEntries(children.map(([name, child]) => [name, valueOf(child)]));
  const cdata = node['#cdata'];
  if (cdata === undefined) return decodeEntities(String(node['#text'] ?? ''));
  // Blanks around a CDATA section are layout.
  return (Array.isArray(cdata) ? cdata : [cdata]).join('') + decodeEntities(String(node['#text'] ?? '').trim());
}

/** The five entities of XML itself, and characters by number. No others exist without a document type. */
function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

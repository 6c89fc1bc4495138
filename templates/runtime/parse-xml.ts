import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isObject } from './validation.js';

const TEXT = '#text';
const CDATA = '#cdata';
/** No name of XML begins with it. */
const MARK = '-';

const parser = new XMLParser({
  // As a list per element: of text and CDATA the order counts, and no name of the message becomes the name of a member.
  preserveOrder: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  textNodeName: TEXT,
  // The parser refuses names like `constructor`, and renames others; with a mark in front they are names like any. Of some elements
  // it asks twice.
  transformTagName: (name) => (name.startsWith(MARK) ? name : MARK + name),
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
    const roots = nodesOf(parser.parse(text.trim())).filter(({ name }) => name.startsWith(MARK));
    const [root] = roots;
    if (!root || roots.length > 1) return undefined;
    const value = valueOf(root.content);
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

interface Node {
  /** Marked, or that of texts. */
  readonly name: string;
  readonly content: unknown;
}

/** The parser's form of an element: a list of objects with one member each. */
function nodesOf(content: unknown): Node[] {
  return (Array.isArray(content) ? content : []).flatMap((node: unknown) =>
    Object.entries(isObject(node) ? node : {}).map(([name, inner]) => ({ name, content: inner })),
  );
}

/** An element with children is an object, repeated elements are a list, all else is its text. */
function valueOf(content: unknown): unknown {
  const nodes = nodesOf(content);
  const children = nodes.filter(({ name }) => name.startsWith(MARK));
  if (children.length === 0) return textIn(nodes);
  const members = new Map<string, unknown[]>();
  for (const child of children) {
    const name = child.name.slice(MARK.length);
    if (name === '__proto__') throw new TypeError('No message has an element of this name');
    const value = valueOf(child.content);
    const before = members.get(name);
    if (before) before.push(value);
    else members.set(name, [value]);
  }
  return Object.fromEntries([...members].map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
}

function textIn(nodes: readonly Node[]): string {
  const hasCdata = nodes.some(({ name }) => name === CDATA);
  const pieces = nodes.map(({ name, content }) => {
    if (name === CDATA)
      return nodesOf(content)
        .map((piece) => String(piece.content))
        .join('');
    const text = decodeEntities(String(content));
    // Blanks around a CDATA section are layout.
    return hasCdata && text.trim() === '' ? '' : text;
  });
  return pieces.join('');
}

/** The five entities of XML itself, and characters by number. No others exist without a document type. */
function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

import type { Place } from '../../diagnostics/place.js';
import type { PhpEntry, PhpValue } from '../php-value.js';
import type { PhpLocation, PhpNode } from './php-node.js';

/** What the statements before the call have set up, by variable. */
export type Variables = ReadonlyMap<string, PhpValue>;

/** The text that nodes are read from, and where it stands. */
export interface PhpText {
  readonly code: string;
  /** Line of the page that the first line of code stands on. */
  readonly firstLine: number;
}

/** Reads an expression as a value: literals, lists, maps, variables and encodings of these (dialect.md §16.3). */
export function phpValueOf(node: PhpNode, text: PhpText, variables: Variables): PhpValue {
  const place = placeOf(node.loc, text);
  switch (node.kind) {
    case 'string':
    case 'boolean':
      return { kind: 'literal', value: node.value, place };
    case 'number':
      return { kind: 'literal', value: Number(node.value), place };
    case 'nullkeyword':
      return { kind: 'literal', value: null, place };
    case 'unary':
      if (node.type === '-' && node.what.kind === 'number') return { kind: 'literal', value: -Number(node.what.value), place };
      return { kind: 'expression', code: sourceOf(node, text), place };
    case 'array':
      return readArray(node, text, variables);
    case 'variable': {
      const known = typeof node.name === 'string' ? variables.get(node.name) : undefined;
      return known ?? { kind: 'expression', code: sourceOf(node, text), place };
    }
    case 'call':
      return readEncoding(node, text, variables) ?? { kind: 'expression', code: sourceOf(node, text), place };
    default:
      return { kind: 'expression', code: sourceOf(node, text), place };
  }
}

export function placeOf({ start, end }: PhpLocation, { firstLine, code }: PhpText): Place {
  const lineEnd = code.indexOf('\n', start.offset);
  const length = (start.line === end.line ? end.offset : lineEnd) - start.offset;
  return { line: firstLine + start.line - 1, column: start.column + 1, endColumn: start.column + 1 + length };
}

function sourceOf({ loc }: PhpNode, { code }: PhpText): string {
  return code.slice(loc.start.offset, loc.end.offset);
}

/** An array with a key is a map; one without is a list. */
function readArray(node: Extract<PhpNode, { kind: 'array' }>, text: PhpText, variables: Variables): PhpValue {
  const place = placeOf(node.loc, text);
  const items: PhpValue[] = [];
  const entries: PhpEntry[] = [];
  for (const item of node.items) {
    if (!item?.value || item.unpack) return { kind: 'expression', code: sourceOf(node, text), place };
    const value = phpValueOf(item.value, text, variables);
    if (!item.key) {
      items.push(value);
    } else if (item.key.kind === 'string' || item.key.kind === 'number') {
      entries.push({ key: item.key.value, place: placeOf(item.key.loc, text), value });
    } else {
      return { kind: 'expression', code: sourceOf(node, text), place };
    }
  }
  if (entries.length === 0) return { kind: 'list', items, place };
  if (items.length === 0) return { kind: 'map', entries, place };
  return { kind: 'expression', code: sourceOf(node, text), place };
}

/** `\json_encode([…])` and `\urlencode(….queryStringLike([…]))`. */
function readEncoding(node: Extract<PhpNode, { kind: 'call' }>, text: PhpText, variables: Variables): PhpValue | undefined {
  const [argument] = node.arguments;
  if (!argument) return undefined;
  const place = placeOf(node.loc, text);
  const name = functionName(node.what);
  if (name === 'json_encode') return { kind: 'encoded', by: 'json', value: phpValueOf(argument, text, variables), place };
  if (name !== 'urlencode' && name !== 'rawurlencode') return undefined;
  const [inner] = argument.kind === 'call' && functionName(argument.what) === 'queryStringLike' ? argument.arguments : [];
  return inner && { kind: 'encoded', by: 'urlencode', value: phpValueOf(inner, text, variables), place };
}

function functionName(node: PhpNode): string | undefined {
  if (node.kind === 'name') return node.name.replace(/^\\/, '');
  if (node.kind === 'staticlookup' && node.offset.kind === 'identifier') return node.offset.name;
  return undefined;
}

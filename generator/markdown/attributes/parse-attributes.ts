import type { Point } from 'unist';

/** One member of an attribute group: `key`, `key=value`, `key="value"`, `.class` or `#id`. */
export interface Attribute {
  /** `class` for `.class`, `id` for `#id`. */
  readonly key: string;
  /** Without quotes; empty for a bare key. */
  readonly value: string;
  readonly start: Point;
  readonly end: Point;
}

/** An attribute group `{…}`. */
export interface Attributes {
  readonly list: readonly Attribute[];
  /** With its braces, as written. */
  readonly source: string;
  readonly start: Point;
  readonly end: Point;
}

const member = /[\s\u00a0]*(?:\.([^\s.#=]+)|#([^\s]+)|([^\s=."#]+)(?:=(?:"([^"]*)"|([^\s"]*)))?|(\S+))/y;

/**
 * Reads an attribute group as markdown-it-attrs does (dialect.md §7). What fits no form becomes a key as it stands, so that the
 * reader above can name it.
 *
 * @param source the group with its braces
 * @param start where the opening brace stands
 */
export function parseAttributes(source: string, start: Point): Attributes {
  const list: Attribute[] = [];
  const end = source.length - 1;
  const body = source.slice(0, end);
  let at = 1;
  while (at < end) {
    member.lastIndex = at;
    const match = member.exec(body);
    if (match === null) break;
    const [whole, className, id, key, quoted, plain, unknown] = match;
    const blanks = whole.length - whole.trimStart().length;
    list.push({
      ...(className !== undefined
        ? { key: 'class', value: className }
        : id !== undefined
          ? { key: 'id', value: id }
          : { key: key ?? unknown ?? '', value: quoted ?? plain ?? '' }),
      start: movePoint(start, at + blanks),
      end: movePoint(start, at + whole.length),
    });
    at += whole.length;
  }
  return { list, source, start, end: movePoint(start, source.length) };
}

/**
 * Finds the group at the very end of a text.
 *
 * @returns index of its opening brace, or -1
 */
export function findAttributes(text: string): number {
  if (!text.endsWith('}')) return -1;
  const open = text.lastIndexOf('{');
  return open >= 0 && text.indexOf('}', open) === text.length - 1 ? open : -1;
}

/** The value of the first attribute with this key. */
export function attributeValue(attributes: Attributes | undefined, key: string): string | undefined {
  return attributes?.list.find((attribute) => attribute.key === key)?.value;
}

/** A point further on in the same line. */
export function movePoint(point: Point, by: number): Point {
  return { line: point.line, column: point.column + by, offset: (point.offset ?? 0) + by };
}

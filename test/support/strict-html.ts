import { decodeEntities } from './site-links.js';

/** An element as it stands in a document. */
export interface HtmlElement {
  readonly name: string;
  /** Entities decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  /** All text inside, entities decoded. */
  text: string;
}

const empty = new Set(['meta', 'link', 'input', 'br', 'wbr', 'hr', 'col']);
const token =
  /<!doctype html>|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?: [a-z][a-z-]*(?:="[^"<>]*")?)*)>|((?:[^<>&]|&(?:amp|lt|gt|quot|#\d{2,6});)+)/y;

/**
 * Reads a document of the narrowest HTML: names in lower case, values in double quotes, every element closed in order, nothing raw that
 * means something. What reads here has one meaning for every browser, so that nothing needs to be known of how browsers mend the rest.
 *
 * @throws {Error} with the place that is not so
 */
export function readStrictHtml(html: string): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const open: HtmlElement[] = [];
  for (let at = 0; at < html.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(html);
    const refuse = (why: string): never => {
      throw new Error(`${why}: ${JSON.stringify(html.slice(Math.max(0, at - 60), at + 60))}`);
    };
    if (match === null) return refuse('no strict HTML');
    const [, closed, name, attributes = '', text] = match;
    if (closed !== undefined && open.pop()?.name !== closed) refuse(`</${closed}> closes nothing`);
    if (text !== undefined) for (const element of open) element.text += decodeEntities(text);
    if (name === undefined) continue;
    const pairs = Array.from(
      attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g),
      ([, key = '', value = '']) => [key, decodeEntities(value)] as const,
    );
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) refuse('an attribute twice');
    const element = { name, attributes: new Map(pairs), text: '' };
    elements.push(element);
    if (!empty.has(name)) open.push(element);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name ?? ''}> stays open`);
  return elements;
}

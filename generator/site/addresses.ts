import { posix } from 'node:path';
import type { Place } from '../diagnostics/place.js';
import type { Common } from '../model/api.js';

/** Where the site shows a page of the specs folder: `openapi/v3/refunds.md` → `pages/openapi/v3/refunds.html`. */
export function pagePath(file: string): string {
  return `pages/${safePath(file)}.html`;
}

/** Where the site shows the text of a page, line by line. The mark before the ending stands in no name of a page. */
export function sourcePath(file: string): string {
  return `pages/${safePath(file)}~source.html`;
}

/** Where the site lists a group of operations or webhooks. @param name `v3/pay` */
export function groupPath(name: string): string {
  return `groups/${safePath(name)}.html`;
}

/** Names of files are hostile: what could mean something to a file system or a server is spelled as its code point. */
function safePath(file: string): string {
  return file.replace(/\.md$/, '').replace(/[^A-Za-z0-9._{}/-]/gu, (character) => `=${(character.codePointAt(0) ?? 0).toString(16)}=`);
}

/** A relative link, so that a site works in any folder of a server and from the disk. */
export function linkBetween(from: string, to: string, fragment = ''): string {
  const path = posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/');
  return `${from === to && fragment !== '' ? '' : path}${fragment === '' ? '' : `#${encodeURIComponent(fragment)}`}`;
}

/** The id of an operation or a webhook on its page: the page's own anchor (dialect.md §5). */
export function entryAnchor(entry: Common & { readonly method?: string }): string {
  return entry.method?.toLowerCase() ?? 'post';
}

/** The id of a line where the text of a page is shown. */
export function lineAnchor({ line }: Pick<Place, 'line'>): string {
  return `L${String(line)}`;
}

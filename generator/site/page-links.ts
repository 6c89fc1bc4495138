import type { ApiPage } from '../model/api.js';
import { resolveLink } from '../model/resolve-link.js';
import { escapeHtml } from '../report/html/escape-html.js';
import { entryAnchor, linkBetween, pagePath } from './addresses.js';
import { entriesOf, type SiteView } from './site-view.js';

/**
 * A link as a page has it, in the site: to another page of the site, or to an address of the web. Whatever else it leads to, a script
 * or a page that is not there, it stays words.
 *
 * @param from the page with the link
 */
export function renderPageLink({ text, url }: { readonly text: string; readonly url: string }, from: string, view: SiteView): string {
  const words = escapeHtml(text === '' ? url : text);
  if (/^https?:\/\//i.test(url)) return `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${words}</a>`;
  const target = resolveLink(url, from, view.files);
  const page = typeof target === 'object' ? view.pages.get(target.file) : undefined;
  if (typeof target !== 'object' || page === undefined) return words;
  return `<a href="${linkBetween(pagePath(from), pagePath(page.file), anchorId(page, target.anchor))}">${words}</a>`;
}

/** The title of the page that an address leads to; the address if there is none. */
export function targetTitle(url: string, from: string, view: SiteView): string {
  const target = resolveLink(url, from, view.files);
  return (typeof target === 'object' ? view.pages.get(target.file)?.title : undefined) ?? url;
}

/** The id of a note of a webhook: names of anchors are the page's, and hostile. */
export function noteId(index: number): string {
  return `note-${String(index + 1)}`;
}

function anchorId(page: ApiPage, anchor: string | undefined): string {
  if (anchor === undefined) return '';
  const entries = entriesOf(page);
  if (entries.some((entry) => entryAnchor(entry) === anchor)) return anchor;
  const note = page.webhooks.flatMap(({ notes }) => notes).findIndex((candidate) => candidate.anchor === anchor);
  return note === -1 ? '' : noteId(note);
}

import type { Operation, Webhook } from '../model/api.js';
import { escapeHtml, htmlMessage } from '../report/html/escape-html.js';
import { renderPageLink, targetTitle } from './page-links.js';
import type { SiteView } from './site-view.js';

/** The status containers of a page: what is about to disappear, is closed, or needs care. */
export function renderNotices({ notices, deprecated, file }: Operation | Webhook, view: SiteView): string {
  const items = notices.map(({ status, date, successors, text }) => {
    const level = status === deprecated?.status ? 'error' : 'warn';
    const links = successors.map((url) => renderPageLink({ text: targetTitle(url, file, view), url }, file, view));
    const next = links.length === 0 ? '' : `<p>Successor: ${links.join(', ')}</p>`;
    const head = `<span class="pill ${level}">${escapeHtml(status)}</span>${date === undefined ? '' : ` <span class="faint">${escapeHtml(date)}</span>`}`;
    return `<div class="notice ${level}"><p>${head}</p><p>${htmlMessage(text).replaceAll('\n', '<br>')}</p>${next}</div>`;
  });
  return items.join('\n');
}

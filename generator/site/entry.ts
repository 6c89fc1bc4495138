import type { Operation, Webhook } from '../model/api.js';
import { escapeHtml, htmlMessage } from '../report/html/escape-html.js';
import { entryAnchor } from './addresses.js';
import { renderBadges, renderName } from './entry-list.js';
import type { EntryPart } from './entry-part.js';
import { renderNotices } from './notices.js';
import { describeOperation, operationParts } from './operation-parts.js';
import { renderPageLink } from './page-links.js';
import { renderSamples } from './samples.js';
import type { SiteView } from './site-view.js';
import { describeWebhook, webhookParts } from './webhook-parts.js';

/**
 * An operation or a webhook.
 *
 * @param isAlone on its page, so that the title of the page is its own
 */
export function renderEntry(entry: Operation | Webhook, isAlone: boolean, view: SiteView): string {
  const { title, description } = entry;
  const anchor = entryAnchor(entry);
  const parts = partsOf(entry, view);
  const level = isAlone ? 'h2' : 'h3';
  const body = [
    isAlone ? '' : `<h2>${escapeHtml(title)}</h2>`,
    `<p class="endpoint">${renderName(entry)} ${renderBadges(entry, view)}</p>`,
    description === '' ? '' : `<p class="lead">${breakLines(description)}</p>`,
    renderNotices(entry, view),
    entry.kind === 'operation' ? describeOperation(entry) : describeWebhook(entry),
    renderContents([
      ...parts.map(({ name }) => [name, partId(entry, name)] as const),
      ...(view.drift === undefined ? [] : [['Changes', 'changes'] as const]),
      ['Health', 'health'],
    ]),
    ...parts.map(({ name, remark = '', content }) => {
      const aside = remark === '' ? '' : ` <span class="faint">${remark}</span>`;
      return `<${level} id="${partId(entry, name)}">${name}${aside}</${level}>\n${content}`;
    }),
    renderLinks(entry, view),
  ];
  return `<section class="entry" id="${anchor}">\n${body.filter((text) => text !== '').join('\n')}\n</section>`;
}

function partsOf(entry: Operation | Webhook, view: SiteView): EntryPart[] {
  const tables = entry.kind === 'operation' ? operationParts(entry) : webhookParts(entry);
  return [...tables, { name: 'Code', content: renderSamples(entry, view) }];
}

function partId(entry: Operation | Webhook, name: EntryPart['name']): string {
  return `${entryAnchor(entry)}-${name.toLowerCase()}`;
}

function renderContents(parts: readonly (readonly [name: string, id: string])[]): string {
  return `<p class="parts">${parts.map(([name, id]) => `<a href="#${id}">${name}</a>`).join(' ')}</p>`;
}

/** Links of one text are told apart by their addresses. */
function renderLinks({ links, file }: Operation | Webhook, view: SiteView): string {
  if (links.length === 0) return '';
  const isRepeated = new Set(links.map(({ text }) => text)).size < links.length;
  const shown = links.map(({ text, url }) =>
    renderPageLink({ text: isRepeated ? url.replace(/^https?:\/\//i, '') : text, url }, file, view),
  );
  return `<p class="faint">See also ${shown.join(', ')}</p>`;
}

/** The words of a page, line by line. */
export function breakLines(text: string): string {
  return htmlMessage(text).replaceAll('\n', '<br>');
}

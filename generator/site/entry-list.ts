import type { Field, Operation, Webhook } from '../model/api.js';
import { escapeHtml } from '../report/html/escape-html.js';
import { entryAnchor, linkBetween, pagePath } from './addresses.js';
import type { SiteView } from './site-view.js';

/** Operations and webhooks as links, each with what is worth knowing before one follows it. @param from path of the page in the site */
export function renderEntryList(entries: readonly (Operation | Webhook)[], from: string, view: SiteView): string {
  const items = entries.map((entry) => {
    const address = linkBetween(from, pagePath(entry.file), entryAnchor(entry));
    return `<li><a href="${address}">${escapeHtml(entry.title || entry.id)}</a>${renderName(entry)}${renderBadges(entry, view)}</li>`;
  });
  return `<ul class="entries">${items.join('\n')}</ul>`;
}

/** Method and path of an operation, or the name of a webhook. */
export function renderName(entry: Operation | Webhook): string {
  const [method = '', path = ''] = entry.id.split(' ');
  return `<span class="name"><span class="method ${method.toLowerCase()}">${escapeHtml(method)}</span> <code>${escapeHtml(path)}</code></span>`;
}

/** What changes how one deals with it: its end of life, encrypted fields, faults of its page, changes. */
export function renderBadges(entry: Operation | Webhook, { findingsOf, diagnosticsOf }: SiteView): string {
  const faults = (diagnosticsOf.get(entry.file) ?? []).filter(({ severity }) => severity !== 'info').length;
  const changes = findingsOf.get(entry.id)?.length ?? 0;
  const badges = [
    entry.deprecated === undefined ? '' : `<span class="pill error">${entry.deprecated.status}</span>`,
    isEncrypted(entry) ? '<span class="pill lock">encrypted</span>' : '',
    faults === 0 ? '' : `<span class="pill warn">${count(faults, 'fault')}</span>`,
    changes === 0 ? '' : `<span class="pill info">${count(changes, 'change')}</span>`,
  ];
  const shown = badges.filter((badge) => badge !== '').join(' ');
  return shown === '' ? '' : `<span class="badges">${shown}</span>`;
}

/** `1 change`, `1,081 operations` */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString('en-US')} ${noun}${amount === 1 ? '' : 's'}`;
}

function isEncrypted(entry: Operation | Webhook): boolean {
  if (entry.kind === 'webhook') return [...entry.request, ...entry.reply].some(hasEncryption);
  return [...entry.request.map(({ field }) => field), ...('fields' in entry.answer ? entry.answer.fields : [])].some(hasEncryption);
}

function hasEncryption({ encryption, fields, content, alternatives }: Field): boolean {
  return encryption !== undefined || [...fields, ...(content?.fields ?? []), ...(alternatives ?? [])].some(hasEncryption);
}

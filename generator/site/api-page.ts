import type { Answer, ApiPage, Field, Operation, Webhook } from '../model/api.js';
import { escapeHtml, htmlMessage } from '../report/html/escape-html.js';
import { renderRowTree } from '../report/html/row-tree.js';
import { entryAnchor, groupPath, lineAnchor, linkBetween, pagePath, sourcePath } from './addresses.js';
import { renderPageChanges } from './changes.js';
import { count, renderBadges, renderEntryList, renderName } from './entry-list.js';
import { groupName } from './groups.js';
import { renderDiagnostics } from './health.js';
import type { Sheet } from './layout.js';
import { renderNotices } from './notices.js';
import { noteId, renderPageLink, targetTitle } from './page-links.js';
import { renderSamples } from './samples.js';
import { homePath } from './site.js';
import { entriesOf, type SiteView } from './site-view.js';

/** One page of the specs folder: its operations or its webhook, its health, and what changed in it. */
export function renderApiPage(page: ApiPage, view: SiteView): Sheet {
  const { file, title, description = '' } = page;
  const path = pagePath(file);
  const entries = entriesOf(page);
  const [first] = entries;
  const isAlone = entries.length === 1;
  const body = [
    renderCrumbs(page, first),
    `<h1>${escapeHtml(title || file)}</h1>`,
    isAlone || description === '' ? '' : `<p class="lead">${breakLines(description)}</p>`,
    renderMove(page, view),
    isAlone || entries.length === 0 ? '' : renderEntryList(entries, path, view),
    ...entries.map((entry) => renderEntry(entry, isAlone, view)),
    entries.length === 0 ? renderIndex(page, view) : '',
    renderPageChanges(file, entries.map(({ id }) => id), view),
    `<section id="health"><h2>Health of the page</h2>${renderDiagnostics(file, view)}</section>`,
  ];
  const name = isAlone && first !== undefined ? ` · ${first.id}` : '';
  return { path, title: `${title || file}${name}`, body: body.filter((part) => part !== '').join('\n') };
}

function renderCrumbs({ file }: ApiPage, entry: Operation | Webhook | undefined): string {
  const path = pagePath(file);
  const home = `<a href="${linkBetween(path, homePath)}">API reference</a>`;
  const group =
    entry === undefined
      ? ''
      : ` / <a href="${linkBetween(path, groupPath(groupName(entry).toLowerCase()))}">${escapeHtml(groupName(entry))}</a>`;
  return `<p class="crumbs">${home}${group} <a class="origin" href="${linkBetween(path, sourcePath(file))}">${escapeHtml(file)}</a></p>`;
}

function renderMove({ file, movedTo }: ApiPage, view: SiteView): string {
  if (movedTo === undefined) return '';
  return `<p class="lead">This page has moved to ${renderPageLink({ text: targetTitle(movedTo, file, view), url: movedTo }, file, view)}.</p>`;
}

/** A page without operations shows where it leads. */
function renderIndex({ file, links }: ApiPage, view: SiteView): string {
  const items = links.map((link) => `<li>${renderPageLink(link, file, view)}</li>`);
  return items.length === 0 ? '' : `<ul class="card columns wide">${items.join('\n')}</ul>`;
}

function renderEntry(entry: Operation | Webhook, isAlone: boolean, view: SiteView): string {
  const { title, description } = entry;
  const anchor = entryAnchor(entry);
  const parts = [...(entry.kind === 'operation' ? operationParts(entry) : webhookParts(entry)), codePart(entry, view)];
  const level = isAlone ? 'h2' : 'h3';
  const body = [
    isAlone ? '' : `<h2>${escapeHtml(title)}</h2>`,
    `<p class="endpoint">${renderName(entry)} ${renderBadges(entry, view)}</p>`,
    description === '' ? '' : `<p class="lead">${breakLines(description)}</p>`,
    renderNotices(entry, view),
    entry.kind === 'operation' ? renderFacts(entry) : renderAlerts(entry),
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

function renderContents(parts: readonly (readonly [name: string, id: string])[]): string {
  return `<p class="parts">${parts.map(([name, id]) => `<a href="#${id}">${name}</a>`).join(' ')}</p>`;
}

interface Part {
  readonly name: 'Request' | 'Response' | 'Notification' | 'Reply' | 'Code';
  readonly remark?: string;
  /** Markup. */
  readonly content: string;
}

function partId(entry: Operation | Webhook, name: Part['name']): string {
  return `${entryAnchor(entry)}-${name.toLowerCase()}`;
}

function operationParts({ file, request, answer }: Operation): Part[] {
  const fields = request.map(({ field }) => field);
  const answered = 'fields' in answer ? answer.fields : [];
  return [
    { name: 'Request', content: renderFields(fields, file) || '<p class="faint">Nothing is sent but the URL.</p>' },
    { name: 'Response', remark: describeAnswer(answer), content: renderFields(answered, file) },
  ];
}

function webhookParts({ file, request, reply, notes }: Webhook): Part[] {
  const items = notes.map(({ text }, index) => `<li id="${noteId(index)}">${htmlMessage(text)}</li>`);
  const list = items.length === 0 ? '' : `<ol class="notes">${items.join('\n')}</ol>`;
  return [
    { name: 'Notification', content: renderFields(request, file) + list },
    { name: 'Reply', content: renderFields(reply, file) },
  ];
}

function codePart(entry: Operation | Webhook, view: SiteView): Part {
  return { name: 'Code', content: renderSamples(entry, view) };
}

function renderFields(fields: readonly Field[], file: string): string {
  const tree = renderRowTree(fields, { lineLink: (place) => linkBetween(pagePath(file), sourcePath(file), lineAnchor(place)) });
  return tree === '' ? '' : `<div class="card">${tree}</div>`;
}

function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'fields':
      return `${String(answer.status)} ${answer.format.toUpperCase()}`;
    case 'empty':
      return `${String(answer.status)} without a body`;
    case 'stream':
      return `${String(answer.status)} a file (${answer.media})${answer.fields.length === 0 ? '' : ', or on failure'}`;
    case 'redirect':
      return `${String(answer.status)} a redirect`;
  }
}

/** What the page says in words and addresses, in short. */
function renderFacts({ baseUris, prose }: Operation): string {
  const { rateLimits, idempotencyDays, errorCodes } = prose;
  const facts: readonly (readonly [name: string, values: readonly string[]])[] = [
    ['Hosts', baseUris.map((uri) => `<code>${escapeHtml(uri)}</code>`)],
    ['Rate limit', rateLimits.map(({ limit, per, scope }) => escapeHtml(`${scope === '' ? '' : `${scope}: `}${limit.toLocaleString('en-US')} per ${per}`))],
    ['Repeatable', idempotencyDays === undefined ? [] : [`for ${count(idempotencyDays, 'day')} with the same number`]],
    ['Errors', errorCodes.map(({ status, code }) => `<code>${String(status)} ${escapeHtml(code)}</code>`)],
  ];
  const items = facts.flatMap(([name, values]) => (values.length === 0 ? [] : [`<div><dt>${name}</dt><dd>${values.join(' ')}</dd></div>`]));
  return items.length === 0 ? '' : `<dl class="facts">${items.join('\n')}</dl>`;
}

function renderAlerts({ eventTypes, alerts }: Webhook): string {
  const types = eventTypes.map((type) => `<li><code>${escapeHtml(type)}</code></li>`).join('');
  const boxes = alerts.map(({ title, items }) => {
    const list = items.map((item) => `<li>${htmlMessage(item)}</li>`).join('\n');
    return `<div class="notice warn"><p>${escapeHtml(title)}</p><ul>${list}</ul></div>`;
  });
  return [`<dl class="facts"><div><dt>Event types</dt><dd><ul class="values">${types}</ul></dd></div></dl>`, ...boxes].join('\n');
}

/** Links of one text are told apart by their addresses. */
function renderLinks({ links, file }: Operation | Webhook, view: SiteView): string {
  if (links.length === 0) return '';
  const isRepeated = new Set(links.map(({ text }) => text)).size < links.length;
  const shown = links.map(({ text, url }) => renderPageLink({ text: isRepeated ? url.replace(/^https?:\/\//i, '') : text, url }, file, view));
  return `<p class="faint">See also ${shown.join(', ')}</p>`;
}

function breakLines(text: string): string {
  return htmlMessage(text).replaceAll('\n', '<br>');
}

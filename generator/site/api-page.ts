import type { ApiPage, Operation, Webhook } from '../model/api.js';
import { escapeHtml } from '../report/html/escape-html.js';
import { groupPath, linkBetween, pagePath, sourcePath } from './addresses.js';
import { renderPageChanges } from './changes.js';
import { renderEntryList } from './entry-list.js';
import { breakLines, renderEntry } from './entry.js';
import { groupName } from './groups.js';
import { renderDiagnostics } from './health.js';
import type { Sheet } from './layout.js';
import { renderPageLink, targetTitle } from './page-links.js';
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
    renderPageChanges(
      file,
      entries.map(({ id }) => id),
      view,
    ),
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

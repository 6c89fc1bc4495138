import type { ApiPage } from '../model/api.js';
import { escapeHtml } from '../report/html/escape-html.js';
import { linkBetween, pagePath } from './addresses.js';
import { count } from './entry-list.js';
import type { Group } from './groups.js';
import { describeHealth } from './health.js';
import { describeChanges } from './changes.js';
import type { Sheet } from './layout.js';
import { changesPath, healthPath, homePath } from './site.js';
import { groupBy, type SiteView } from './site-view.js';

/** The way into the site: what there is, how it is, and what changed. */
export function renderHome(groups: readonly Group[], view: SiteView): Sheet {
  const families = groupBy(groups, ({ family }) => family);
  const parts = [...families].map(([family, members]) => renderFamily(family, members));
  const total = (name: string): number => (families.get(name) ?? []).reduce((sum, { entries }) => sum + entries.length, 0);
  const operations = total('APIv3') + total('APIv2');
  const body = [
    '<h1>API reference</h1>',
    `<p class="lead">${count(operations, 'operation')} and ${count(total('Webhooks'), 'webhook')} on ${count(view.api.pages.length, 'page')}.</p>`,
    '<div class="tiles">',
    `<a class="tile" href="${healthPath}"><strong>Health</strong><span>${describeHealth(view.diagnostics)}</span></a>`,
    view.drift === undefined
      ? ''
      : `<a class="tile" href="${changesPath}"><strong>Changes since ${escapeHtml(view.drift.since)}</strong><span>${describeChanges(view.drift.findings)}</span></a>`,
    '</div>',
    ...parts,
    renderOthers(view.api.pages),
  ];
  return { path: homePath, title: 'API reference', body: body.join('\n') };
}

function renderFamily(family: string, groups: readonly Group[]): string {
  const items = groups.map(({ name, path, entries }) => {
    const [, label = name] = name.split('/');
    const amount = entries.length.toLocaleString('en-US');
    return `<li><a href="${linkBetween(homePath, path)}">${escapeHtml(label)}</a> <span class="faint">${amount}</span></li>`;
  });
  return `<section><h2>${family}</h2><ul class="card columns">${items.join('\n')}</ul></section>`;
}

function renderOthers(pages: readonly ApiPage[]): string {
  const items = pages
    .filter(({ kind }) => kind === 'index' || kind === 'stub')
    .map(({ file, kind, title }) => {
      const name = kind === 'stub' || title === '' ? `<code>${escapeHtml(file)}</code>` : escapeHtml(title);
      return `<li><a href="${linkBetween(homePath, pagePath(file))}">${name}</a></li>`;
    });
  return items.length === 0
    ? ''
    : `<section><h2>Indexes and moved pages</h2><ul class="card columns wide">${items.join('\n')}</ul></section>`;
}

import { escapeHtml, htmlMessage } from '../report/html/escape-html.js';
import { lineAnchor, linkBetween, pagePath, sourcePath } from './addresses.js';
import { count } from './entry-list.js';
import type { Sheet } from './layout.js';
import { changesPath, type SiteFinding } from './site.js';
import type { SiteView } from './site-view.js';

const levelWords = { error: 'breaking', warn: 'dangerous', info: 'other', off: 'silent' } as const;

/** `2 breaking, 1 dangerous, 14 other changes` */
export function describeChanges(findings: readonly SiteFinding[]): string {
  if (findings.length === 0) return 'Nothing changed in what the pages say.';
  const parts = (['error', 'warn', 'info'] as const).flatMap((level) => {
    const amount = findings.filter((finding) => finding.level === level).length;
    return amount === 0 ? [] : [`${amount.toLocaleString('en-US')} ${levelWords[level]}`];
  });
  return `${parts.join(', ')} ${findings.length === 1 ? 'change' : 'changes'}`;
}

/** Findings of one operation beyond this many are told on its page only. */
const mostShown = 3;

/** What changed since the earlier revision, by operation, gravest first. */
export function renderChanges(view: SiteView): Sheet {
  const { since = '', findings = [] } = view.drift ?? {};
  const groups = [...view.findingsOf].map(([operation, group]) => {
    const entry = view.entries.get(operation);
    const page = entry === undefined ? undefined : linkBetween(changesPath, pagePath(entry.file), 'changes');
    const shown = page === undefined ? group : group.slice(0, mostShown);
    const more =
      group.length > shown.length && page !== undefined
        ? `<p class="more"><a href="${page}">and ${count(group.length - shown.length, 'change')} more</a></p>`
        : '';
    const name = page === undefined ? escapeHtml(operation) : `<a href="${page}">${escapeHtml(operation)}</a>`;
    const title = entry === undefined ? '' : `<span class="faint">${escapeHtml(entry.title)}</span>`;
    return `<section class="card"><header><h2>${name}</h2>${title}</header>${shown.map((finding) => renderFinding(finding, changesPath, view)).join('\n')}${more}</section>`;
  });
  const body = [`<h1>Changes since ${escapeHtml(since)}</h1>`, `<p class="lead">${describeChanges(findings)}</p>`, ...groups];
  return { path: changesPath, title: 'Changes · API reference', body: body.join('\n') };
}

/** What changed in the operations of one page; nothing if the site does not tell of changes. @param file of the page */
export function renderPageChanges(file: string, operations: readonly string[], view: SiteView): string {
  if (view.drift === undefined) return '';
  const findings = operations.flatMap((operation) => view.findingsOf.get(operation) ?? []);
  const shown = findings.map((finding) => renderFinding(finding, pagePath(file), view));
  const list = shown.length === 0 ? '<p class="faint">Nothing changed.</p>' : `<div class="card">${shown.join('\n')}</div>`;
  return `<section id="changes"><h2>Changes since ${escapeHtml(view.drift.since)}</h2>${list}</section>`;
}

function renderFinding({ level, ruleId, message, help, head }: SiteFinding, from: string, { files }: SiteView): string {
  const place =
    head === undefined || !files.has(head.file)
      ? ''
      : `<a href="${linkBetween(from, sourcePath(head.file), lineAnchor(head))}">line ${String(head.line)}</a>`;
  const details = [place, level === 'error' ? htmlMessage(help) : ''].filter((part) => part !== '').join(' · ');
  return [
    `<article class="finding"><p><span class="pill ${level}">${levelWords[level]}</span> <span class="message">${htmlMessage(message)}</span>`,
    `<code class="faint">${escapeHtml(ruleId)}</code></p>${details === '' ? '' : `<p class="faint">${details}</p>`}</article>`,
  ].join('\n');
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { escapeHtml, htmlMessage } from '../report/html/escape-html.js';
import { lineAnchor, linkBetween, pagePath, sourcePath } from './addresses.js';
import { count } from './entry-list.js';
import type { Sheet } from './layout.js';
import { healthPath } from './site.js';
import { groupBy, type SiteView } from './site-view.js';

type Severity = 'error' | 'warn' | 'info';

/** `2 errors, 14 warnings on 9 pages` */
export function describeHealth(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'Nothing is wrong with the pages.';
  const pages = new Set(diagnostics.map(({ file }) => file)).size;
  const nouns = { error: 'error', warn: 'warning', info: 'note' } as const;
  const counts = (['error', 'warn', 'info'] as const).flatMap((severity) => {
    const amount = tally(diagnostics, severity);
    return amount === 0 ? [] : [count(amount, nouns[severity])];
  });
  return `${counts.join(', ')} on ${count(pages, 'page')}`;
}

/** All pages with faults, worst first, and how often each rule was broken. */
export function renderHealth(view: SiteView): Sheet {
  const pages = [...view.diagnosticsOf].sort(([left, a], [right, b]) => weigh(b) - weigh(a) || (left < right ? -1 : 1));
  const rules = [...groupBy(view.diagnostics, ({ code }) => code)].sort(
    ([left, a], [right, b]) => b.length - a.length || (left < right ? -1 : 1),
  );
  const body = [
    '<h1>Health</h1>',
    `<p class="lead">${describeHealth(view.diagnostics)}</p>`,
    ...(pages.length === 0
      ? []
      : [
          renderTable(
            ['Page', 'Errors', 'Warnings', 'Notes'],
            pages.map(([file, said]) => pageRow(file, said, view)),
          ),
        ]),
    ...(rules.length === 0
      ? []
      : [
          '<h2>By rule</h2>',
          renderTable(
            ['Rule', 'Times'],
            rules.map(([code, said]) => [`<code>${escapeHtml(code)}</code>`, String(said.length)]),
          ),
        ]),
  ];
  return { path: healthPath, title: 'Health · API reference', body: body.join('\n') };
}

/** What is said about one page. */
export function renderDiagnostics(file: string, { diagnosticsOf }: SiteView): string {
  const items = (diagnosticsOf.get(file) ?? []).map(({ code, severity, place, message, help }) => {
    const line = linkBetween(pagePath(file), sourcePath(file), lineAnchor(place));
    return [
      `<article class="finding"><p><span class="pill ${severity}">${severity}</span> <span class="message">${htmlMessage(message)}</span>`,
      `<code class="faint">${escapeHtml(code)}</code></p>`,
      `<p class="faint"><a href="${line}">line ${String(place.line)}</a> · ${htmlMessage(help)}</p></article>`,
    ].join('\n');
  });
  if (items.length === 0) return '<p class="faint">Nothing is wrong with this page.</p>';
  return `<div class="card">${items.join('\n')}</div>`;
}

function pageRow(file: string, said: readonly Diagnostic[], { pages }: SiteView): string[] {
  const page = pages.get(file);
  const name =
    page === undefined
      ? `<code>${escapeHtml(file)}</code>`
      : `<a href="${linkBetween(healthPath, pagePath(file), 'health')}">${escapeHtml(page.title || file)}</a><br><code class="faint">${escapeHtml(file)}</code>`;
  return [name, ...(['error', 'warn', 'info'] as const).map((severity) => String(tally(said, severity) || ''))];
}

function renderTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag.split(' ')[0] ?? ''}>`).join('')}</tr>`;
  return `<div class="card"><table class="counts"><thead>${cells('th scope="col"', headings)}</thead><tbody>${rows.map((row) => cells('td', row)).join('\n')}</tbody></table></div>`;
}

/** Fatal faults count as errors: their pages are not in the site, but what is said about them may be. */
function tally(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((said) => said.severity === severity || (severity === 'error' && said.severity === 'fatal')).length;
}

function weigh(said: readonly Diagnostic[]): number {
  return tally(said, 'error') * 1e6 + tally(said, 'warn') * 1e3 + tally(said, 'info');
}

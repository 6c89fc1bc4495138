import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Finding, Spot } from '../drift/finding.js';
import { foldSweeps, type Sweep } from '../drift/fold-sweeps.js';
import { escapeHtml, htmlMessage } from './html/escape-html.js';
import { filterScript } from './html/filter-script.js';
import { htmlPage } from './html/html-page.js';
import { markDifference, splitRow } from './html/split-row.js';
import type { Report, Reporter, View } from './report.js';
import { countFindings, describeVerdict } from './words.js';

/** One page to read in a browser: by operation, the rows of base and head side by side, to be filtered by level, operation and page. */
export const reportHtml: Reporter = (report, view) => {
  const { findings = [], diagnostics } = report;
  const { sweeps, others } = foldSweeps(findings);
  const body = [
    `<header class="intro"><h1>${escapeHtml(heading(report))}</h1>`,
    `<p class="verdict">${escapeHtml(report.verdict === undefined ? '' : describeVerdict(report.verdict))}</p>`,
    `<p class="faint">${escapeHtml(countFindings(findings))}</p></header>`,
    controls(findings, diagnostics),
    '<main>',
    ...sweeps.map((sweep) => renderSweep(sweep, view)),
    ...[...groupByOperation(others)].sort(gravestFirst).map(([operation, group]) => renderOperation(operation, group, view)),
    ...renderNotEvaluated(report),
    ...renderDiagnostics(diagnostics, view),
    `<p class="quiet nothing"${findings.length + diagnostics.length > 0 ? ' hidden' : ''}>Nothing to show.</p>`,
    `<p class="faint">docwright ${escapeHtml(view.version)}</p></main>`,
  ];
  return htmlPage({ title: `docwright ${report.command}`, body: body.join('\n'), script: filterScript });
};

function heading({ verdict, command }: Report): string {
  if (verdict === undefined) return `docwright ${command}`;
  if (verdict.breaking) return 'The documented contract breaks';
  return verdict.docsOnly ? 'The documented contract is the same' : 'The documented contract changed';
}

function controls(findings: readonly Finding[], diagnostics: readonly Diagnostic[]): string {
  const pages = [...new Set([...findings.flatMap(pagesOf), ...diagnostics.map(({ file }) => file)])].sort();
  const options = pages.map((page) => `<option>${escapeHtml(page)}</option>`).join('');
  const boxes = (['error', 'warn', 'info'] as const).map(
    (level) =>
      `<label><input type="checkbox" name="level" value="${level}" checked><span class="pill ${level}">${levelWords[level]}</span></label>`,
  );
  return [
    '<search class="bar" hidden><div>',
    ...boxes,
    '<input type="search" placeholder="operation, field, rule …" aria-label="Filter by operation, field, rule or words">',
    `<select aria-label="Filter by page"><option value="">all pages</option>${options}</select>`,
    '<output></output>',
    '</div></search>',
  ].join('\n');
}

const levelWords = { error: 'breaking', warn: 'dangerous', info: 'other', off: 'silent', fatal: 'breaking' } as const;

function groupByOperation(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.operation);
    if (group === undefined) groups.set(finding.operation, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** Findings of one operation have their gravest first. Operations of one weight stay in the order they came in. */
function gravestFirst([, [left]]: readonly [string, readonly Finding[]], [, [right]]: readonly [string, readonly Finding[]]): number {
  const rank = (finding: Finding | undefined): number => ['error', 'warn', 'info', 'off'].indexOf(finding?.level ?? 'off');
  return rank(left) - rank(right);
}

function renderOperation(operation: string, findings: readonly Finding[], view: View): string {
  const anchor = encodeURIComponent(operation);
  return [
    `<section class="card" data-group id="${anchor}"><header><h2><a href="#${anchor}">${escapeHtml(operation)}</a></h2>`,
    `<span class="faint">${escapeHtml(countFindings(findings))}</span></header>`,
    ...findings.map((finding) => renderFinding(finding, view)),
    '</section>',
  ].join('\n');
}

function renderFinding(finding: Finding, view: View): string {
  const { level, ruleId, message, help, breaks, semver, base, head } = finding;
  const weight = [
    semver === 'none' ? '' : semver,
    breaks === 'none' ? '' : `breaks ${breaks === 'both' ? 'wire and source' : breaks}`,
  ].filter(Boolean);
  return [
    `<article class="finding" ${filterData(finding, pagesOf(finding))}>`,
    `<p><span class="pill ${level}">${levelWords[level]}</span> <span class="message">${htmlMessage(message)}</span>`,
    `<code class="faint">${escapeHtml(ruleId)}</code></p>`,
    `<p class="faint">${escapeHtml([...weight, level === 'error' ? help : ''].filter(Boolean).join(' · '))}</p>`,
    '<div class="sides">',
    renderSide('base', base, lineAt(head, 'head', view), view),
    renderSide('head', head, lineAt(base, 'base', view), view),
    '</div></article>',
  ].join('\n');
}

function filterData({ level, ruleId, operation, field, message }: Finding, pages: readonly string[], count = 1): string {
  const text = [operation, field ?? '', ruleId, message].join(' ').toLowerCase();
  return `data-level="${level}" data-count="${count}" data-pages="${escapeHtml(pages.join('\n'))}" data-text="${escapeHtml(text)}"`;
}

function renderSide(revision: 'base' | 'head', spot: Spot | undefined, other: string | undefined, view: View): string {
  if (spot === undefined) return `<div class="side none">${revision === 'base' ? 'not there before' : 'no longer there'}</div>`;
  const line = lineAt(spot, revision, view);
  const overlay = spot.overlay === undefined ? '' : ` as ${escapeHtml(`${spot.overlay.file}:${spot.overlay.line}`)} says`;
  const content =
    line === undefined ? `<div class="cells whole"><code>${escapeHtml(spot.value ?? '')}</code></div>` : renderLine(line, other);
  return `<div class="side ${revision}"><p class="faint">${revision} ${renderPlace(spot, revision, view)}${overlay}</p>${content}</div>`;
}

function renderLine(line: string, other: string | undefined): string {
  const cells = splitRow(line);
  const others = other === undefined ? undefined : splitRow(other);
  const shown = cells.map((cell, index) => {
    const twin = others?.[index];
    if (twin === undefined || twin === cell) return `<code>${escapeHtml(cell)}</code>`;
    const [before, different, after] = markDifference(cell, twin);
    return `<code>${escapeHtml(before)}${different === '' ? '' : `<mark>${escapeHtml(different)}</mark>`}${escapeHtml(after)}</code>`;
  });
  return `<div class="cells${cells.length === 1 ? ' whole' : ''}">${shown.join('')}</div>`;
}

function renderPlace({ file, line }: Pick<Spot, 'file' | 'line'>, revision: 'base' | 'head', { link, prefix }: View): string {
  const path = `${prefix}${file}`.split('/').map(encodeURIComponent).join('/');
  const address = link?.(file, line, revision) ?? `${path}#L${line}`;
  return `<a href="${escapeHtml(address)}">${escapeHtml(`${file}:${line}`)}</a>`;
}

function lineAt(spot: Spot | undefined, revision: 'base' | 'head', view: View): string | undefined {
  const text = spot === undefined ? undefined : view.source(spot.file, revision);
  return spot === undefined ? undefined : text?.split('\n', spot.line)[spot.line - 1];
}

function renderSweep({ findings, pages }: Sweep, view: View): string {
  const [first] = findings;
  const places = findings.map((finding) => {
    const spot = finding.head ?? finding.base;
    const place = spot === undefined ? '' : ` ${renderPlace(spot, finding.head === undefined ? 'base' : 'head', view)}`;
    return `<li><code>${escapeHtml(finding.operation)}</code> <code>${escapeHtml(finding.field ?? '')}</code>${place}</li>`;
  });
  const allPages = [...new Set(findings.flatMap(pagesOf))];
  return [
    `<details class="card" data-group ${filterData(first, allPages, findings.length)}>`,
    `<summary><span class="pill ${first.level}">${levelWords[first.level]}</span> ${htmlMessage(first.message)}, and the same ${findings.length - 1} times more on ${pages} pages <code class="faint">${escapeHtml(first.ruleId)}</code></summary>`,
    `<ul>${places.join('\n')}</ul></details>`,
  ].join('\n');
}

function renderNotEvaluated({ notEvaluated = [] }: Report): string[] {
  if (notEvaluated.length === 0) return [];
  const items = notEvaluated.map(({ operation, file }) => `<li><code>${escapeHtml(operation)}</code> ${escapeHtml(file)}</li>`);
  return [`<details class="card" open><summary>Not evaluated: pages that cannot be read</summary><ul>${items.join('')}</ul></details>`];
}

function renderDiagnostics(diagnostics: readonly Diagnostic[], view: View): string[] {
  if (diagnostics.length === 0) return [];
  const items = diagnostics.map(({ code, severity, file, place, message, help }) => {
    const level = severity === 'fatal' ? 'error' : severity;
    const data = `data-level="${level}" data-pages="${escapeHtml(file)}" data-text="${escapeHtml(`${code} ${message}`.toLowerCase())}"`;
    return [
      `<article class="finding" ${data}><p><span class="pill ${level}">${escapeHtml(severity)}</span>`,
      `<span class="message">${htmlMessage(message)}</span> <code class="faint">${escapeHtml(code)}</code></p>`,
      `<p class="faint">${renderPlace({ file, line: place.line }, 'head', view)} · ${htmlMessage(help)}</p></article>`,
    ].join('\n');
  });
  return [`<section class="card" data-group><header><h2>Diagnostics</h2></header>${items.join('\n')}</section>`];
}

function pagesOf({ base, head }: Finding): string[] {
  return [...new Set([base?.file, head?.file].filter((file) => file !== undefined))];
}

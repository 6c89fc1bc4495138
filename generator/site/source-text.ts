import { escapeHtml } from '../report/html/escape-html.js';
import type { ApiPage } from '../model/api.js';
import { lineAnchor, linkBetween, pagePath, sourcePath } from './addresses.js';
import type { Sheet } from './layout.js';
import type { SiteView } from './site-view.js';

/** The text of a page, each line with an id: what everything else points to. */
export function renderSource({ file, title }: ApiPage, { source }: SiteView): Sheet {
  const path = sourcePath(file);
  const text = (source(file) ?? '').replace(/\r?\n$/, '');
  // Markdown ends lines at carriage returns, too. Line feeds between the lines would be shown as lines of their own.
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => `<span id="${lineAnchor({ line: index + 1 })}">${escapeHtml(line)}</span>`);
  const body = [
    `<p class="crumbs"><a href="${linkBetween(path, pagePath(file))}">${escapeHtml(title || file)}</a></p>`,
    `<h1 class="file"><code>${escapeHtml(file)}</code></h1>`,
    `<pre class="source">${lines.join('')}</pre>`,
  ];
  return { path, title: `${file} · source`, body: body.join('\n') };
}

import { escapeHtml } from '../report/html/escape-html.js';
import { linkBetween } from './addresses.js';
import { changesPath, healthPath, homePath, scriptPath, stylesheetPath, type SiteFile, type SiteInput } from './site.js';

/** One page of the site before it has a head and a header. */
export interface Sheet {
  readonly path: string;
  readonly title: string;
  /** Markup, already escaped. */
  readonly body: string;
}

/**
 * Nothing but the site's own two files may run or style; there is no inline code that a text of a page could hide in. `file:` is for
 * sites that are opened from the disk, where some browsers hold that no file is of the same origin as another.
 */
const policy = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'";

/** The whole page: head, search, navigation, and the body. */
export function renderSheet({ path, title, body }: Sheet, { drift, version }: SiteInput): SiteFile {
  const to = (target: string): string => linkBetween(path, target);
  const tab = (target: string, word: string): string =>
    `<a href="${to(target)}"${target === path ? ' aria-current="page"' : ''}>${word}</a>`;
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${to(stylesheetPath)}">
<script defer src="${to(scriptPath)}"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top"><div>
<a class="brand" href="${to(homePath)}"${path === homePath ? ' aria-current="page"' : ''}>API reference</a>
<search hidden><input type="search" placeholder="Search operations, fields, values" aria-label="Search operations, fields and values" aria-keyshortcuts="/" autocomplete="off" spellcheck="false"><kbd>/</kbd><div class="hits" hidden><p role="status"></p><ul></ul></div></search>
<nav aria-label="Reports">${tab(healthPath, 'Health')}${drift === undefined ? '' : tab(changesPath, 'Changes')}</nav>
</div></header>
<main id="content">
${body}
</main>
<footer><p>Made by docwright ${escapeHtml(version)}</p></footer>
</body>
</html>
`;
  return { path, text };
}

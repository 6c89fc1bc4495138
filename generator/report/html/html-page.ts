import { createHash } from 'node:crypto';
import { escapeHtml } from './escape-html.js';
import { stylesheet } from './stylesheet.js';

/**
 * A whole page that needs nothing but itself. Its policy lets no script run but the given one, so that no text of a page can become
 * one.
 *
 * @param body markup, already escaped
 * @param script of ours; none if absent
 */
export function htmlPage({ title, body, script }: { readonly title: string; readonly body: string; readonly script?: string }): string {
  const scriptSource = script === undefined ? '' : `; script-src '${hashSource(script)}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:${scriptSource}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${stylesheet}</style>
</head>
<body>
${body}
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
}

function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

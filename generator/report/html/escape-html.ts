import { printable } from '../text/printable.js';

/** Text for HTML, in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return (
    text
      .split('\n')
      .map(printable)
      .join('\n')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      // What begins a line of a log is a command of a workflow.
      .replaceAll('::', '&#58;&#58;')
      .replaceAll('##[', '&#35;&#35;[')
  );
}

/** A message of ours, which puts names and values between backticks: they become code, all else stays text. */
export function htmlMessage(message: string): string {
  return message
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escapeHtml(part) : `<code>${escapeHtml(part)}</code>`))
    .join('');
}

/** Data as an expression of a script. No text in it can end the script, whether it stands in a page or in a file of its own. */
export function scriptData(data: object): string {
  return JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value)).replaceAll('<', '\\u003c');
}

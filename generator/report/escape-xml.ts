import { printable } from './text/printable.js';

/** Text for XML, in element content and in quoted attributes. Characters that XML cannot hold become visible escapes. */
export function escapeXml(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

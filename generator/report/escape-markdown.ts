import { printable } from './text/printable.js';

/** Plain text in markdown: nothing in it is markup, a link or a command, or calls somebody. */
export function escapeMarkdown(text: string): string {
  return (
    printable(text)
      .replaceAll(/[&<>*_[\]~|\\`#@]/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
      .replaceAll('://', ':&#47;/')
      // A line that begins in two colons is a command of a workflow, wherever it is printed.
      .replaceAll('::', '&#58;&#58;')
  );
}

/** Text in a code span, whatever it holds. */
export function markdownCode(text: string): string {
  const content = printable(text);
  if (content === '') return '';
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = longest > 0 ? ' ' : '';
  return `${fence}${blank}${content}${blank}${fence}`;
}

/**
 * A message of ours, which puts names and values between backticks: they stay code, all else is text. A value that holds a backtick
 * itself only moves the boundary between the two; a blank keeps the fences of two spans apart.
 */
export function markdownMessage(message: string): string {
  return message
    .split('`')
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : escapeMarkdown(part) || (index === 0 ? '' : ' ')))
    .join('');
}

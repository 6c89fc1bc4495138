import { structuredPatch } from 'diff';
import type { Declaration } from '../diagnostics/declaration.js';
import type { Severity } from '../diagnostics/diagnostic.js';

const headings: Readonly<Record<Severity, string>> = {
  fatal: 'Fatal: no model of the page is possible',
  error: 'Errors: the page is surely wrong',
  warn: 'Warnings: the page is most likely wrong',
  info: 'Hints',
};
const severities: readonly Severity[] = ['fatal', 'error', 'warn', 'info'];

/** The catalogue as a Markdown document (docs/rules.md): every code with its reason, its remedy and its examples, by severity. */
export function rulesDocument(declarations: Readonly<Record<string, Declaration>>): string {
  const entries = Object.entries(declarations).sort(([a], [b]) => (a < b ? -1 : 1));
  const sections = severities.flatMap((severity) => [
    `## ${headings[severity]}`,
    ...entries.filter(([, declaration]) => declaration.severity === severity).map(([code, declaration]) => describe(code, declaration)),
  ]);
  return `${[...preface, ...sections].join('\n\n')}\n`;
}

const preface = [
  '# What docwright says about pages',
  'Written by `docwright explain --all`; the examples are run as tests: lines with a minus are those with the fault. `docwright lint --fix` mends what is certain.',
  'Levels may differ in `docwright.config.js`, everywhere or on some pages, each with a reason:',
  "```js\nexport default {\n  lint: { levels: [{ code: 'doc-type-differs', level: 'off', paths: ['openapi/v2/**'], reason: 'XML knows no numbers' }] },\n};\n```",
  'A comment on a line of its own silences the next line that is not blank, or everything down to the comment that ends it. A table ends where a comment stands, so that rows are silenced by a pair of comments around their table:',
  '```md\n<!-- docwright-disable doc-field-duplicate -- the platform really answers both -->\n\n…\n\n<!-- docwright-enable doc-field-duplicate -->\n\n<!-- docwright-disable-next-line doc-link-dead -- published next week -->\n```',
  '`docwright lint --suppress-all` writes all that is found into `.docwright/suppressions.json` of the specs folder: how many diagnostics of a code a page may have. More of them are reported again; entries for what is gone fail the run until `--prune-suppressions` removes them.',
];

function describe(code: string, { title, why, fix, example }: Declaration): string {
  return [`### \`${code}\``, `${title}.`, `- Why: ${why}.\n- What to do: ${fix}.`, remedy(example)].join('\n\n');
}

/** The example as the change that mends it. */
function remedy({ bad, good }: Declaration['example']): string {
  const { hunks } = structuredPatch('', '', `${bad.trimEnd()}\n`, `${good.trimEnd()}\n`, '', '', { context: 1 });
  // Git and editors take a document with a NUL byte for no text.
  const text = hunks.map(({ lines }) => lines.map((line) => line.trimEnd().replaceAll('\0', '␀')).join('\n')).join('\n…\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  // Longer than any fence inside of the example.
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}diff\n${text}\n${ticks}`;
}

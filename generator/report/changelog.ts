import type { Changelog, ChangelogEntry } from '../drift/changelog.js';
import { foldSweeps } from '../drift/fold-sweeps.js';
import { escapeMarkdown, markdownCode, markdownMessage } from './escape-markdown.js';
import { printJson } from './print-json.js';
import { describeVerdict } from './words.js';
import type { Finding } from '../drift/finding.js';

/** Release notes for people. */
export function changelogMarkdown({ from, to, verdict, entries }: Changelog): string {
  const blocks = [
    `# Changes of the API from ${escapeMarkdown(from)} to ${escapeMarkdown(to)}`,
    `**${describeVerdict(verdict)}**`,
    ...entries.flatMap(entryBlocks),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The same for programs, never folded. */
export function changelogJson(changelog: Changelog): string {
  return printJson(changelog);
}

function entryBlocks({ name, date, subject, verdict, products }: ChangelogEntry): string[] {
  const { sweeps } = foldSweeps(products.flatMap(({ findings }) => findings));
  const folded = new Set(sweeps.flatMap(({ findings }) => findings));
  return [
    `## ${escapeMarkdown(name)} (${escapeMarkdown(date)})`,
    ...(subject === undefined ? [] : [escapeMarkdown(subject)]),
    `*${describeVerdict(verdict)}*`,
    ...(sweeps.length === 0
      ? []
      : [
          '### Everywhere',
          sweeps
            .map(
              ({ findings: [first, ...more], pages }) =>
                `${describeChange(first)}, and the same ${more.length} times more on ${pages} pages in all`,
            )
            .join('\n'),
        ]),
    ...products.flatMap(({ product, findings }) => {
      const own = findings.filter((finding) => !folded.has(finding));
      return own.length === 0 ? [] : [`### ${escapeMarkdown(product)}`, own.map(describeChange).join('\n')];
    }),
  ];
}

const marks = { error: '**breaking** ', warn: '**dangerous** ', info: '', off: '' } as const;

function describeChange({ level, operation, message, field }: Finding): string {
  const place = field === null && message.includes(operation) ? '' : `${markdownCode(operation)}: `;
  return `- ${marks[level]}${place}${markdownMessage(message)}`;
}

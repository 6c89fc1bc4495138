import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Finding, Level, Spot } from '../drift/finding.js';
import { foldSweeps, type Sweep } from '../drift/fold-sweeps.js';
import { escapeMarkdown, markdownCode, markdownMessage } from './escape-markdown.js';
import type { Report, Reporter, View } from './report.js';
import { countFindings, describeVerdict, levelHeading } from './words.js';

/** For a comment on a pull request, a step summary or a release note: breaking changes first, sweeps folded. */
export const reportMarkdown: Reporter = (report, view) => {
  const { findings = [], verdict, diagnostics, notEvaluated = [], files } = report;
  const blocks = [
    ...(verdict === undefined ? [] : [`## ${title(report)}`, `**${describeVerdict(verdict)}** (${countFindings(findings)})`]),
    ...fileBlocks(files),
    ...levels.flatMap((level) =>
      levelBlocks(
        level,
        findings.filter((finding) => finding.level === level),
        view,
      ),
    ),
    ...(notEvaluated.length === 0
      ? []
      : [
          '### Not evaluated',
          'These operations stand on pages that cannot be read.',
          notEvaluated.map(({ operation, file }) => `- ${markdownCode(operation)} (${markdownCode(file)})`).join('\n'),
        ]),
    ...diagnosticBlocks(diagnostics, report, view),
  ];
  return within(blocks.length === 0 ? ['Nothing to report.'] : blocks);
};

const levels: readonly Level[] = ['error', 'warn', 'info'];

function title({ verdict, findings = [] }: Report): string {
  if (verdict?.breaking === true) return 'The documented contract breaks';
  if (verdict?.docsOnly === false) return 'The documented contract changed';
  return findings.length === 0 ? 'The documented contract is unchanged' : 'The documentation changed, the contract did not';
}

function levelBlocks(level: Level, findings: readonly Finding[], view: View): string[] {
  if (findings.length === 0) return [];
  const { sweeps, others } = foldSweeps(findings);
  return [
    `### ${levelHeading(level)}`,
    ...(sweeps.length === 0 ? [] : [sweeps.map((sweep) => describeSweep(sweep, view)).join('\n')]),
    ...[...groupByOperation(others)].flatMap(([operation, group]) => [
      markdownCode(operation),
      group.map((finding) => describeFinding(finding, view)).join('\n'),
    ]),
  ];
}

function groupByOperation(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.operation);
    if (group === undefined) groups.set(finding.operation, [finding]);
    else group.push(finding);
  }
  return groups;
}

function describeFinding({ ruleId, message, head, base, breaks }: Finding, view: View): string {
  const spot = head ?? base;
  const kind = breaks === 'none' ? '' : ` – breaks ${breaks === 'both' ? 'wire and source' : breaks}`;
  return `- ${markdownMessage(message)} (${markdownCode(ruleId)}${kind})${spot === undefined ? '' : ` ${describeSpot(spot, head === undefined ? 'base' : 'head', view)}`}`;
}

function describeSweep({ findings: [first, ...more], pages }: Sweep, view: View): string {
  return `${describeFinding(first, view)}, and the same ${more.length} times more on ${pages} pages in all`;
}

function describeSpot({ file, line }: Spot, revision: 'base' | 'head', { link }: View): string {
  const text = `${file}:${line}`;
  const address = link?.(file, line, revision);
  return address === undefined
    ? markdownCode(text)
    : `[${markdownCode(text)}](<${encodeURI(address).replaceAll(/[<>]/g, encodeURIComponent)}>)`;
}

function fileBlocks(files: Report['files']): string[] {
  const lists = Object.entries(files ?? {}).filter(([, paths]) => paths.length > 0);
  return lists.flatMap(([kind, paths]: readonly [string, readonly string[]]) => [
    `### ${kind.charAt(0).toUpperCase()}${kind.slice(1)} files`,
    paths.map((path) => `- ${markdownCode(path)}`).join('\n'),
  ]);
}

function diagnosticBlocks(diagnostics: readonly Diagnostic[], { command }: Report, view: View): string[] {
  if (diagnostics.length === 0) return [];
  return [
    command === 'lint' ? '## Diagnostics' : '### New diagnostics',
    diagnostics
      .map(
        ({ code, severity, file, place, message, help }) =>
          `- **${severity}** ${markdownMessage(message)} (${markdownCode(code)}) ${describeSpot({ file, line: place.line, column: 1, value: null }, 'head', view)}<br>${markdownMessage(help)}`,
      )
      .join('\n'),
  ];
}

/** A comment on GitHub may have 65,536 characters. */
const mostCharacters = 60_000;

function within(blocks: readonly string[]): string {
  const kept: string[] = [];
  let left = mostCharacters;
  for (const line of blocks.flatMap((block) => [...block.split('\n'), ''])) {
    left -= line.length + 1;
    if (left < 0) {
      kept.push('', escapeMarkdown('… and more: this text ends here because comments have a limit. The JSON report is complete.'));
      break;
    }
    kept.push(line);
  }
  return `${kept.join('\n').trimEnd()}\n`;
}

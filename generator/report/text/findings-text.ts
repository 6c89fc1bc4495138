import type { Finding, Spot } from '../../drift/finding.js';
import { foldSweeps } from '../../drift/fold-sweeps.js';
import type { View } from '../report.js';
import { codeFrame } from './code-frame.js';
import { paint, type Paint } from './paint.js';
import { printable } from './printable.js';

/** Findings as text, by operation: what changed, the rows of base and head, what it breaks and what to do. Empty for no findings. */
export function findingsText(findings: readonly Finding[], view: View): string {
  const paints = paint(view.colour);
  const { sweeps, others } = foldSweeps(findings);
  const lines: string[] = [];
  for (const { findings: same, pages } of sweeps) {
    const [first] = same;
    lines.push(`${paints.bold('many operations')}`, ...describe(first, view, paints));
    lines.push(`  the same ${same.length - 1} times more, on ${pages} pages in all`, '');
  }
  let operation: string | undefined;
  let help: string | undefined;
  for (const finding of others) {
    if (finding.operation !== operation) {
      lines.push(paints.bold(printable(finding.operation)));
      operation = finding.operation;
    }
    lines.push(...describe(finding, view, paints));
    if (finding.level !== 'info' && finding.help !== help) {
      lines.push(`  ${paints.dim('help')}  ${printable(finding.help)}`);
      help = finding.help;
    }
    lines.push('');
  }
  return lines.map((line) => `${line}\n`).join('');
}

function describe(finding: Finding, view: View, paints: Paint): string[] {
  const { level, ruleId, message, base, head, breaks, semver } = finding;
  const weight = [semver, ...(breaks === 'none' ? [] : [`breaks ${breaks === 'both' ? 'wire and source' : breaks}`])].join(', ');
  const mark = level === 'off' ? 'info' : level;
  return [
    `  ${paints[mark](mark)}  ${ruleId}  ${printable(message)}  ${paints.dim(`(${weight})`)}`,
    ...(base === undefined ? [] : frame('base', base, view, paints)),
    ...(head === undefined ? [] : frame('head', head, view, paints)),
  ];
}

function frame(revision: 'base' | 'head', spot: Spot, view: View, paints: Paint): string[] {
  const { file, line, column, value, overlay } = spot;
  const text = view.source(file, revision);
  const heading = `    ${paints.dim(revision)} ${printable(file)}:${line}:${column}${overlay === undefined ? '' : ` (as ${printable(overlay.file)}:${overlay.line} says)`}`;
  if (text === undefined) return [heading];
  const place = { line, column, endColumn: column + nameLength(text, spot) };
  return [heading, ...codeFrame(text, { place, message: value ?? '' }, view.width - 6).map((each) => `      ${each}`)];
}

/** A place of a finding has no end: it is that of the word it begins with. */
function nameLength(text: string, { line, column }: Spot): number {
  const row = text.split('\n', line)[line - 1] ?? '';
  return /^[^\s|{]*/.exec(row.slice(column - 1))?.[0].length ?? 0;
}

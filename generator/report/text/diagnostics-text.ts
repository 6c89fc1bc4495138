import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.js';
import type { View } from '../report.js';
import { codeFrame } from './code-frame.js';
import { paint, type Paint } from './paint.js';
import { printable } from './printable.js';

const severities: readonly Severity[] = ['fatal', 'error', 'warn', 'info'];
/** Further places of a code are listed without a frame. */
const framesPerCode = 3;

/**
 * Diagnostics as text (style-anchors.md §5): gravest codes first, those of one code together; the first places with the row, a
 * caret, why it matters and what to do, the others as one line each. Empty for no diagnostics.
 */
export function diagnosticsText(diagnostics: readonly Diagnostic[], view: View): string {
  const paints = paint(view.colour);
  const groups = groupByCode(diagnostics);
  return groups.map((group) => groupText(group, view, paints)).join('');
}

/** `2 fatal, 1 error, 30 warnings`; empty for no diagnostics. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const words: Readonly<Record<Severity, string>> = { fatal: 'fatal', error: 'error', warn: 'warning', info: 'note' };
  return severities
    .map((severity) => ({ severity, count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${words[severity]}${count === 1 || severity === 'fatal' ? '' : 's'}`)
    .join(', ');
}

function groupByCode(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.code);
    if (group === undefined) {
      groups.set(diagnostic.code, [diagnostic]);
    } else {
      group.push(diagnostic);
    }
  }
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

function rank(group: readonly Diagnostic[]): number {
  return severities.indexOf(group[0]?.severity ?? 'info');
}

function groupText(group: readonly Diagnostic[], view: View, paints: Paint): string {
  // Fatal diagnostics are never folded: each of them stops the run.
  const framed = group[0]?.severity === 'fatal' ? group.length : framesPerCode;
  const texts = group.map((diagnostic, index) =>
    index < framed
      ? framedText(diagnostic, group[index - 1], view, paints)
      : `${headline(diagnostic, paints)}  ${printable(diagnostic.message)}\n`,
  );
  return texts.join('') + (group.length > framed ? '\n' : '');
}

/** @param previous of the same code: what was already said there is not said again */
function framedText(diagnostic: Diagnostic, previous: Diagnostic | undefined, view: View, paints: Paint): string {
  const { message, place, file, related, why, help } = diagnostic;
  const text = view.source(file, 'head');
  const frame = text === undefined ? [] : codeFrame(text, { place, message }, view.width - 2);
  const lines = [
    headline(diagnostic, paints),
    ...(frame.length === 0 ? [printable(message)] : frame).map((line) => `  ${line}`),
    ...related.map((other) => `  also  ${printable(other.file)}:${other.place.line}:${other.place.column}  ${printable(other.message)}`),
    ...(why === previous?.why ? [] : [`  ${paints.dim('why')}   ${printable(why)}`]),
    ...(help === previous?.help ? [] : [`  ${paints.dim('help')}  ${printable(help)}`]),
  ];
  return `${lines.join('\n')}\n\n`;
}

function headline({ file, place, severity, code }: Diagnostic, paints: Paint): string {
  return `${paints.bold(`${printable(file)}:${place.line}:${place.column}`)}  ${paints[severity](severity)}  ${code}`;
}

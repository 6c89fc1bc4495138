import type { Code } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.js';
import type { View } from '../report.js';
import { codeFrame } from './code-frame.js';
import { paint, type Paint } from './paint.js';
import { printable } from './printable.js';

const severities: readonly Severity[] = ['fatal', 'error', 'warn', 'info'];

export interface TextOptions {
  /** Show the row for the first places of a code only, the others as one line each; for commands that are about something else. */
  readonly brief?: boolean;
}

/**
 * Diagnostics as text (style-anchors.md §5), in the order given: page by page if they are sorted. Each with its row, a caret, why it
 * matters and what to do; what a page has been told is not said again. Empty for no diagnostics.
 */
export function diagnosticsText(diagnostics: readonly Diagnostic[], view: View, { brief = false }: TextOptions = {}): string {
  const paints = paint(view.colour);
  const seen = new Map<Code, number>();
  let told = new Set<string>();
  let file: string | undefined;
  let text = '';
  for (const diagnostic of diagnostics) {
    if (diagnostic.file !== file) told = new Set();
    file = diagnostic.file;
    const count = seen.get(diagnostic.code) ?? 0;
    seen.set(diagnostic.code, count + 1);
    // What is fatal is never folded: each of these stops the run.
    const isFolded = brief && diagnostic.severity !== 'fatal' && count >= framesPerCode;
    text += isFolded
      ? `${headline(diagnostic, paints)}  ${printable(diagnostic.message)}\n\n`
      : framedText(diagnostic, told, { view, paints });
  }
  return text;
}

const framesPerCode = 3;

/** `2 fatal, 1 error, 30 warnings`; empty for no diagnostics. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const words: Readonly<Record<Severity, string>> = { fatal: 'fatal', error: 'error', warn: 'warning', info: 'note' };
  return severities
    .map((severity) => ({ severity, count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${words[severity]}${count === 1 || severity === 'fatal' ? '' : 's'}`)
    .join(', ');
}

interface Drawing {
  readonly view: View;
  readonly paints: Paint;
}

/** @param told what was already said about the page; grows */
function framedText(diagnostic: Diagnostic, told: Set<string>, { view, paints }: Drawing): string {
  const { message, place, file, related, why, help } = diagnostic;
  const text = view.source(file, 'head');
  const frame = text === undefined ? [] : codeFrame(text, { place, message }, view.width - 2);
  const say = (label: string, words: string): string[] => {
    if (told.has(words)) return [];
    told.add(words);
    return [`  ${paints.dim(label.padEnd(5))} ${printable(words)}`];
  };
  const lines = [
    headline(diagnostic, paints),
    ...(frame.length === 0 ? [printable(message)] : frame).map((line) => `  ${line}`),
    ...related.map((other) => `  also  ${printable(other.file)}:${other.place.line}:${other.place.column}  ${printable(other.message)}`),
    ...say('why', why),
    ...say('help', help),
  ];
  return `${lines.join('\n')}\n\n`;
}

function headline({ file, place, severity, code }: Diagnostic, paints: Paint): string {
  return `${paints.bold(`${printable(file)}:${place.line}:${place.column}`)}  ${paints[severity](severity)}  ${code}`;
}

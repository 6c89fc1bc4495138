import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { applyChanges, type Change } from './edit.js';
import { fixes, fixOf } from './fixes.js';
import { proposals } from './proposals.js';

/**
 * Gives diagnostics the line as it should be for their help, where that is known (style-anchors.md §5): with everything that `--fix`
 * mends in it.
 *
 * @param text of the page, lines divided by LF
 */
export function showFixes(diagnostics: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  if (!diagnostics.some(({ code }) => fixes.has(code) || proposals.has(code))) return diagnostics;
  const lines = text.split('\n');
  const certain = new Map<number, Change[]>();
  const shown = new Map<Diagnostic, Change>();
  for (const diagnostic of diagnostics) {
    const { code, place } = diagnostic;
    const fix = fixOf(diagnostic, lines);
    const change = fix ?? proposals.get(code)?.(lines[place.line - 1] ?? '', place, lines);
    if (fix) certain.set(place.line, [...(certain.get(place.line) ?? []), fix]);
    if (change) shown.set(diagnostic, change);
  }
  return diagnostics.map((diagnostic) => {
    const change = shown.get(diagnostic);
    if (!change) return diagnostic;
    const { line } = diagnostic.place;
    const row = mendLine(lines[line - 1] ?? '', new Set([change, ...(certain.get(line) ?? [])]));
    // A blank line that is missing shows best in words.
    return row.includes('\n') ? diagnostic : { ...diagnostic, help: row };
  });
}

function mendLine(line: string, changes: Iterable<Change>): string {
  const here = [...changes].map((change) => change.map(({ place, text }) => ({ place: { ...place, line: 1 }, text })));
  return applyChanges([line], here)[0] ?? line;
}

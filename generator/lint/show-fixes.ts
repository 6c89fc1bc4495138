import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { applyChanges, type Change } from './edit.js';
import { fixes, fixOf } from './fixes.js';

/**
 * Gives diagnostics that `--fix` acts upon the line as it should be for their help (style-anchors.md §5): one line with all of its faults mended.
 *
 * @param text of the page, lines divided by LF
 */
export function showFixes(diagnostics: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  const found = new Map<number, Change[]>();
  const isFixed = new Set<Diagnostic>();
  let lines: readonly string[] | undefined;
  for (const diagnostic of diagnostics) {
    if (!fixes.has(diagnostic.code)) continue;
    lines ??= text.split('\n');
    const change = fixOf(diagnostic, lines);
    if (!change) continue;
    isFixed.add(diagnostic);
    const { line } = diagnostic.place;
    found.set(line, [...(found.get(line) ?? []), change]);
  }
  if (lines === undefined || isFixed.size === 0) return diagnostics;
  const mended = applyChanges(lines, [...found.values()].flat());
  return diagnostics.map((diagnostic) => {
    const row = isFixed.has(diagnostic) ? mended[diagnostic.place.line - 1] : undefined;
    // A blank line that is missing shows best in words.
    return row === undefined || row.includes('\n') ? diagnostic : { ...diagnostic, help: row };
  });
}

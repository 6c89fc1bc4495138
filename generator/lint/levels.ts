import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';

/** A level that differs from the catalogue's, everywhere or on some pages, and why. */
export interface LintLevel {
  readonly code: string;
  readonly level: Exclude<Severity, 'fatal'> | 'off';
  /** Whether it holds for a page. */
  readonly holdsFor: (file: string) => boolean;
}

/** Gives diagnostics the levels that a team has chosen; the last one that fits wins. What is fatal stays so. */
export function applyLevels(diagnostics: readonly Diagnostic[], levels: readonly LintLevel[]): Diagnostic[] {
  if (levels.length === 0) return [...diagnostics];
  return diagnostics.flatMap((diagnostic) => {
    const chosen = levels.findLast(({ code, holdsFor }) => code === diagnostic.code && holdsFor(diagnostic.file))?.level;
    if (chosen === undefined || diagnostic.severity === 'fatal') return [diagnostic];
    return chosen === 'off' ? [] : [{ ...diagnostic, severity: chosen }];
  });
}

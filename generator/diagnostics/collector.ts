import { catalogue, type Code } from './catalogue.js';
import type { Declaration } from './declaration.js';
import type { Diagnostic, RelatedPlace } from './diagnostic.js';
import type { Place } from './place.js';

/** What a reporter may add to the catalogue's words. */
export interface ReportOptions {
  readonly why?: string;
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
}

/** Gathers what is said about one page. */
export interface Collector {
  readonly file: string;
  /** In the order of reporting; `sortDiagnostics` puts them in the order of printing. */
  readonly diagnostics: readonly Diagnostic[];
  report(code: Code, place: Place, message: string, options?: ReportOptions): void;
  /** True once a fatal diagnostic was reported. */
  readonly fatal: boolean;
}

/**
 * A collector for one page. Severity, why and help come from the catalogue unless `options` has better words for the place.
 *
 * @param file path of the page relative to the specs folder
 */
export function createCollector(file: string): Collector {
  const diagnostics: Diagnostic[] = [];
  return {
    file,
    diagnostics,
    get fatal() {
      return diagnostics.some(({ severity }) => severity === 'fatal');
    },
    report(code, place, message, options = {}) {
      const declaration: Declaration = catalogue[code];
      diagnostics.push({
        code,
        severity: declaration.severity,
        file,
        place,
        message,
        why: options.why ?? declaration.why,
        help: options.help ?? declaration.fix,
        related: options.related ?? [],
      });
    },
  };
}

/** Sorted by file, line, column, code: code-unit order, so that the locale has no say. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort(
    (a, b) =>
      byText(a.file, b.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      byText(a.code, b.code) ||
      byText(a.message, b.message),
  );
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** True if a page could not be understood at all. */
export function hasFatal(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'fatal');
}

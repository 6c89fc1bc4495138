import type { Diagnostic } from '../diagnostics/diagnostic.js';

/**
 * What is said of head and was not said of base, and everything fatal: a page that cannot be read is never unchanged. Lines move with every edit, so that code, file and message tell
 * two diagnostics apart.
 */
export function newDiagnostics(base: readonly Diagnostic[], head: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, number>();
  for (const diagnostic of base) known.set(identityOf(diagnostic), (known.get(identityOf(diagnostic)) ?? 0) + 1);
  return head.filter((diagnostic) => {
    const left = known.get(identityOf(diagnostic)) ?? 0;
    known.set(identityOf(diagnostic), left - 1);
    return left <= 0 || diagnostic.severity === 'fatal';
  });
}

function identityOf({ code, file, message }: Diagnostic): string {
  return JSON.stringify([code, file, message]);
}

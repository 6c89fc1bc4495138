import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Settings } from './settings.js';

/**
 * What commands that are not about faults say of the pages: what the levels of the team, the comments in its pages and its
 * suppressions file leave. That some of these are not needed is said by `lint`, which sees all faults.
 *
 * @throws SettingsError if the suppressions or levels make no sense
 */
export async function withoutSilenced(
  diagnostics: readonly Diagnostic[],
  settings: Settings,
  source: (file: string) => string | undefined,
): Promise<readonly Diagnostic[]> {
  if (diagnostics.length === 0) return diagnostics;
  const { applyLevels } = await import('../lint/levels.js');
  const { suppress } = await import('../lint/suppress.js');
  const { lintLevels, readSuppressions } = await import('./lint-policy.js');
  const said = applyLevels(diagnostics, lintLevels(settings));
  const texts = new Map(said.map(({ file }) => [file, source(file) ?? '']));
  const left = new Set(suppress(said, { texts, suppressions: readSuppressions(settings.specs) }).diagnostics);
  return said.filter((diagnostic) => left.has(diagnostic));
}

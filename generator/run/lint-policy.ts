import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogue } from '../diagnostics/catalogue.js';
import type { LintLevel } from '../lint/levels.js';
import { parseSuppressions, printSuppressions, type Suppressions } from '../lint/suppressions.js';
import type { Settings } from './settings.js';
import { SettingsError } from './settings-error.js';
import { matchPages } from './specs-globs.js';

/** Where a specs folder keeps what its team lives with. */
export const suppressionsFile = '.docwright/suppressions.json';

/** @throws SettingsError if the file is not what it should be */
export function readSuppressions(specs: string): Suppressions {
  const path = join(specs, suppressionsFile);
  if (!existsSync(path)) return new Map();
  const parsed = parseSuppressions(readFileSync(path, 'utf8'));
  if (typeof parsed === 'string') throw new SettingsError(`${path}: ${parsed}`, 'write it anew with `docwright lint --suppress-all`');
  return parsed;
}

/** Writes the file, or removes it where there is nothing to keep. */
export function writeSuppressions(specs: string, suppressions: Suppressions): void {
  const path = join(specs, suppressionsFile);
  if (suppressions.size === 0) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, printSuppressions(suppressions));
}

/**
 * The levels of the settings.
 *
 * @throws SettingsError if one names an unknown code
 */
export function lintLevels({ specs, lint }: Pick<Settings, 'specs' | 'lint'>): LintLevel[] {
  return lint.levels.map(({ code, level, paths = [] }) => {
    if (!Object.hasOwn(catalogue, code))
      throw new SettingsError(`the lint levels name an unknown code ${code}`, 'codes stand in every report');
    return { code, level, holdsFor: matchPages(paths, specs, specs) };
  });
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { lintApi } from '../lint/lint-api.js';
import { applyLevels } from '../lint/levels.js';
import { suppress } from '../lint/suppress.js';
import { suppressionsOf, type Suppressions } from '../lint/suppressions.js';
import type { Api } from '../model/api.js';
import { lintLevels, readSuppressions, writeSuppressions } from './lint-policy.js';
import { loadApi, type LoadedApi } from './load-api.js';
import { listPages } from './page-tree.js';
import type { Progress } from './progress.js';
import { selectPages, type Selection } from './select-pages.js';
import type { Settings } from './settings.js';

/** Its globs name the pages to report. */
export interface LintOptions extends Selection {
  /** Mend what is certain first. */
  readonly fix?: boolean;
  /** `all` writes everything that is found into the suppressions file, `prune` takes out of it what is not found any more. */
  readonly suppressions?: 'all' | 'prune';
  readonly progress?: Progress;
}

export interface LintResult {
  /** What the pages say; those with a fatal fault are not in it. */
  readonly api: Api;
  /** Sorted; levels and suppressions applied. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many pages were looked at. */
  readonly pages: number;
  readonly suppressed: number;
  /** Entries of the suppressions file for what is not there (any more). */
  readonly unused: Suppressions;
  /** Pages that were mended. */
  readonly fixed: readonly string[];
  source(file: string): string | undefined;
}

/**
 * Says what is wrong in the pages. All of them are read, whatever the globs say: some faults show only when pages are seen together.
 *
 * @throws SettingsError if globs name no page, or the suppressions or levels make no sense
 */
export async function lint(
  settings: Settings,
  { fix = false, suppressions: change, progress, ...selection }: LintOptions = {},
): Promise<LintResult> {
  const files = listPages(settings.specs).map(({ file }) => file);
  const isSelected = selectPages(settings.specs, selection, files);
  const fixed = fix ? await fixFiles(settings, files.filter(isSelected)) : [];
  const loaded = await loadApi(settings, progress);
  const said = applyLevels(allDiagnostics(loaded, files), lintLevels(settings)).filter(
    ({ file }) => isSelected(file) || !file.endsWith('.md'),
  );
  const texts = new Map(files.filter(isSelected).map((file) => [file, loaded.source(file) ?? '']));
  const known = readSuppressions(settings.specs);
  const { suppressions, ...result } = decide(said, { texts, known, change });
  if (suppressions !== known) writeSuppressions(settings.specs, suppressions);
  return { ...result, pages: texts.size, fixed, api: loaded.api, source: loaded.source };
}

function allDiagnostics({ api, diagnostics }: LoadedApi, files: readonly string[]): Diagnostic[] {
  return sortDiagnostics([...diagnostics, ...lintApi(api, files)]);
}

interface Decision extends Pick<LintResult, 'diagnostics' | 'suppressed' | 'unused'> {
  readonly suppressions: Suppressions;
}

function decide(
  said: readonly Diagnostic[],
  {
    texts,
    known,
    change,
  }: {
    readonly texts: ReadonlyMap<string, string>;
    readonly known: Suppressions;
    readonly change: LintOptions['suppressions'] | undefined;
  },
): Decision {
  const first = suppress(said, { texts, suppressions: change === 'all' ? new Map() : known });
  const listed =
    change === 'all' ? listedIn(first.diagnostics, known, texts) : change === 'prune' ? pruned(known, first.unused, said) : known;
  const { diagnostics, suppressed, unused } = listed === known ? first : suppress(said, { texts, suppressions: listed });
  return { diagnostics, suppressed: suppressed.length, unused, suppressions: listed };
}

/** Entries of pages that are not looked at this time stay. */
function listedIn(diagnostics: readonly Diagnostic[], known: Suppressions, texts: ReadonlyMap<string, string>): Suppressions {
  return new Map([...[...known].filter(([file]) => !texts.has(file)), ...suppressionsOf(diagnostics)]);
}

function pruned(known: Suppressions, unused: Suppressions, said: readonly Diagnostic[]): Suppressions {
  const left = suppressionsOf(said);
  return new Map(
    [...known].flatMap(([file, codes]) => {
      const dropped = unused.get(file);
      if (!dropped) return [[file, codes] as const];
      const kept = [...codes].flatMap(([code, count]) => {
        const found = dropped.has(code) ? (left.get(file)?.get(code) ?? 0) : count;
        return found === 0 ? [] : [[code, found] as const];
      });
      return kept.length === 0 ? [] : [[file, new Map(kept)] as const];
    }),
  );
}

async function fixFiles({ specs }: Settings, files: readonly string[]): Promise<string[]> {
  const { fixPage } = await import('../lint/fix-page.js');
  return files.filter((file) => {
    const path = join(specs, file);
    const bytes = readFileSync(path);
    const text = bytes.toString('utf8');
    // What is not UTF-8 would come back changed.
    if (!Buffer.from(text).equals(bytes)) return false;
    const { text: mended } = fixPage(text, file);
    if (mended === text) return false;
    writeFileSync(path, mended);
    return true;
  });
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { lockOutput } from '../output/lock-output.js';
import type { Plan } from '../output/plan.js';
import { isInterrupted, recoverOutput } from '../output/write-output.js';
import { listForeignFiles } from './foreign-files.js';
import { isFresh, walkFreshFiles } from './fresh-files.js';
import { observeInputs, type Inputs } from './inputs.js';
import { locateOutput } from './locate-output.js';
import { sourceOf } from './page-tree.js';
import type { Progress } from './progress.js';
import { observeSdk, readManifest, readReport, type ApiCounts } from './sdk-files.js';
import { selectPages } from './select-pages.js';
import type { Settings } from './settings.js';
import { openWorkshop, type Workshop } from './workshop.js';

export interface GenerateOptions {
  /** Pages to read anew (`matchPages`); the files of others stay. None: all pages. */
  readonly globs?: readonly string[];
  /** Replace files that were edited by hand. */
  readonly force?: boolean;
  /** Only say what would be done. */
  readonly dryRun?: boolean;
  /** Write the sound pages although others have fatal faults; the old output of those stays. */
  readonly keepGoing?: boolean;
  /** The folder that globs may count from (default: the specs folder). */
  readonly folder?: string;
  readonly progress?: Progress;
}

export interface GenerateResult {
  /**
   * `written`: the output is as the pages say (also after a dry run, which would have written it). `fatal`: nothing was written
   * because of fatal faults. `refused`: nothing was written because of `plan.conflicts`.
   */
  readonly outcome: 'written' | 'fatal' | 'refused';
  readonly plan: Plan;
  /** A run that was killed while it put its files in place was brought to its end first. */
  readonly recovered: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: ApiCounts;
  /** What the run found when it began. */
  readonly inputs: Inputs;
  /** A page was another before it was read: the next run may say something else, though nothing changes any more. */
  readonly momentary: boolean;
  source(file: string): string | undefined;
}

/**
 * Writes the SDK of a specs folder (design.md §2, §3): reads all pages, reports all faults, and then writes all files or none.
 * Faults of pages and files in the way are part of the result.
 *
 * @throws SettingsError if the specs folder holds no pages or a glob names none
 * @throws OutputError if the output folder cannot be written
 */
export async function generate(settings: Settings, options: GenerateOptions = {}): Promise<GenerateResult> {
  const workshop = openWorkshop(settings.jobs);
  try {
    return await generateIn(workshop, settings, options);
  } finally {
    await workshop.close();
  }
}

/** `generate`, for those who go on to generate: in a workshop that stays open everything is loaded once. */
export async function generateIn(workshop: Workshop, settings: Settings, options: GenerateOptions): Promise<GenerateResult> {
  const inputs = observeInputs(settings);
  selectPages(
    settings.specs,
    options,
    inputs.pages.map(({ file }) => file),
  );
  const folders = locateOutput(settings.out, { create: options.dryRun !== true });
  const unchanged = isInterrupted(folders.work) ? undefined : reportUnchanged(settings, inputs, folders.output);
  if (unchanged !== undefined) {
    return unchanged;
  }
  workshop.prepare();
  const sdk = observeSdk(folders.output);
  const { generateAnew } = await import('./generate-anew.js');
  if (options.dryRun === true) {
    return generateAnew({ settings, options, inputs, workshop }, { folders, sdk });
  }
  const release = await lockOutput(folders.work);
  try {
    const recovered = recoverOutput(folders);
    const isSame = !recovered && readManifest(folders.output) === sdk.manifestText;
    // Every run that writes a file writes another manifest: where it is the same, nobody was here before the lock was had.
    const found = isSame ? sdk : observeSdk(folders.output);
    return { ...(await generateAnew({ settings, options, inputs, workshop }, { folders, sdk: found })), recovered };
  } finally {
    release();
  }
}

/** The result of a run that has nothing to do, or undefined if there is something. Imports none of the rooms that read or emit. */
function reportUnchanged(settings: Settings, inputs: Inputs, output: string): GenerateResult | undefined {
  // A file that a bad merge took out of the manifest looks foreign, and is recorded by a run that makes all files.
  const isComplete = isFresh(output, inputs) && listForeignFiles(output, walkFreshFiles(output)).length === 0;
  const report = isComplete ? readReport(output) : undefined;
  return (
    report && {
      outcome: 'written',
      plan: { write: [], unchanged: [...walkFreshFiles(output)], delete: [], conflicts: [] },
      recovered: false,
      ...report,
      inputs,
      momentary: false,
      source: sourceOf(settings.specs),
    }
  );
}

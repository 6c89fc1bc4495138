import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AcceptedFinding, Finding, NotEvaluated, Verdict } from '../drift/finding.js';
import { manifestName } from '../output/manifest.js';
import { listFiles } from '../output/rebuild-manifest.js';
import { workFolderOf } from '../output/work-folder.js';
import { isInterrupted } from '../output/write-output.js';
import type { SdkFiles } from '../report/report.js';
import { areInputsOf, observeInputs } from './inputs.js';
import { sourceOf } from './page-tree.js';
import type { Progress } from './progress.js';
import { hasFatalReport, isAsRecorded, observeSdk, type SdkState } from './sdk-files.js';
import { SettingsError } from './settings-error.js';
import type { Settings } from './settings.js';

export interface CheckOptions {
  /** Files that are stale through wording alone count as well. */
  readonly strict?: boolean;
  /** Keep the texts of files that differ, for `differences`. */
  readonly diff?: boolean;
  /**
   * A git revision of the SDK's folder whose tests shall still compile and pass (`findBrokenTests`). Findings and verdict then say what
   * changed since that revision, not since the SDK was made.
   */
  readonly compat?: string;
  /** The day on which accepted findings have to hold, `2026-03-31` (default: the day of the run). */
  readonly today?: string;
  readonly progress?: Progress;
}

export interface CheckResult {
  /**
   * `fresh`: the SDK is what the pages say. `wording`: it is stale, but in words only. `stale`: somebody should look. `fatal`: a page
   * cannot be understood.
   */
  readonly outcome: 'fresh' | 'wording' | 'stale' | 'fatal';
  readonly files: SdkFiles;
  /** How the pages differ from those that the SDK was made from, here or at the revision of `compat`. */
  readonly verdict: Verdict;
  /** Also what differs in the files alone (`findSurfaceChanges`) and what old tests tell (`findBrokenTests`). */
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** What the team has accepted, and whether it still occurs. */
  readonly accepted: readonly AcceptedFinding[];
  /** What is said of the pages now and was not said when the SDK was made. */
  readonly diagnostics: readonly Diagnostic[];
  /** docwright itself, or its settings, are not those that made the SDK. */
  readonly generatorChanged: boolean;
  /** A run was killed while it put its files in place. */
  readonly interrupted: boolean;
  /** The manifest cannot be read, so that nobody knows which docwright made the SDK; with the line of the first mark of a merge conflict. */
  readonly damage?: { readonly conflictLine?: number };
  /** Of every file that differs, if asked for: what is on disk and what should be. */
  readonly differences: readonly FileDifference[];
  source(file: string): string | undefined;
}

export interface FileDifference {
  readonly path: string;
  readonly found: string;
  readonly wanted: string;
}

const noVerdict: Verdict = { breaking: false, docsOnly: true, semver: 'none', wire: 0, source: 0 };

/**
 * Says whether an SDK is what its pages say now (design.md §3). Reads only.
 *
 * @throws SettingsError if there is no manifest, the specs folder holds no pages, a file of `.docwright/` makes no sense, or the tests of
 * `compat` cannot be had or run
 */
export async function check(settings: Settings, options: CheckOptions = {}): Promise<CheckResult> {
  if (!existsSync(join(settings.out, manifestName))) {
    throw new SettingsError(
      `${settings.out} holds no SDK made by docwright`,
      'run `docwright generate` first, or name its folder with --out DIR',
    );
  }
  const inputs = observeInputs(settings);
  const sdk = observeSdk(settings.out);
  const interrupted = isInterrupted(workFolderOf(settings.out));
  const foreign = listForeign(settings.out, sdk);
  const isFresh =
    !interrupted &&
    foreign.length === 0 &&
    sdk.manifest !== undefined &&
    areInputsOf(sdk.manifest, inputs) &&
    !hasFatalReport(settings.out) &&
    [...sdk.recorded.keys()].every((path) => isAsRecorded(sdk, path));
  const base = {
    files: { stale: [], missing: [], extra: [], edited: [] },
    verdict: noVerdict,
    findings: [],
    notEvaluated: [],
    accepted: [],
    diagnostics: [],
    generatorChanged: false,
    interrupted,
    ...(sdk.damaged && { damage: sdk.conflictLine === undefined ? {} : { conflictLine: sdk.conflictLine } }),
    differences: [],
    source: sourceOf(settings.specs),
  };
  if (isFresh && options.compat === undefined) {
    return { ...base, outcome: 'fresh' };
  }
  const { compareSdk } = await import('./compare-sdk.js');
  return { ...base, ...(await compareSdk(settings, options, inputs, { sdk, foreign, interrupted })) };
}

/** Files in the folders of generated code that docwright did not write: they would be published with the SDK. */
function listForeign(out: string, { recorded }: SdkState): string[] {
  const folders = new Set([...recorded.keys()].filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))));
  return [...folders]
    .filter((folder) => existsSync(join(out, folder)))
    .flatMap((folder) => listFiles(out, folder))
    .filter((path) => !recorded.has(path))
    .sort();
}

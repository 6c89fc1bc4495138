import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AcceptedFinding, Finding, NotEvaluated, Verdict } from '../drift/finding.js';
import { manifestName } from '../output/manifest.js';
import { listFiles } from '../output/rebuild-manifest.js';
import { workFolderOf } from '../output/work-folder.js';
import { isInterrupted } from '../output/write-output.js';
import type { SdkFiles } from '../report/report.js';
import { areInputsOf, observeInputs, type Inputs } from './inputs.js';
import { hasFatal, sourceOf } from './load-api.js';
import { openCache } from './page-cache.js';
import { planFiles } from './plan-files.js';
import { silent, type Progress } from './progress.js';
import { isAsRecorded, observeSdk, readModel, readReport, type SdkState } from './sdk-files.js';
import { SettingsError } from './settings-error.js';
import type { Settings } from './settings.js';
import { understandPages } from './understand-pages.js';
import { openWorkshop } from './workshop.js';

export interface CheckOptions {
  /** Files that are stale through wording alone count as well. */
  readonly strict?: boolean;
  /** Keep the texts of files that differ, for `differences`. */
  readonly diff?: boolean;
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
  /** How the pages differ from those that the SDK was made from. */
  readonly verdict: Verdict;
  /** Also what differs in the files alone (`findSurfaceChanges`). */
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
 * @throws SettingsError if there is no manifest, or the specs folder holds no pages
 */
export async function check(settings: Settings, options: CheckOptions = {}): Promise<CheckResult> {
  if (!existsSync(join(settings.out, manifestName))) {
    throw new SettingsError(`${settings.out} holds no SDK made by docwright`, 'run `docwright generate` first, or name its folder with --out DIR');
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
    differences: [],
    source: sourceOf(settings.specs),
  };
  return isFresh ? { ...base, outcome: 'fresh' } : { ...base, ...(await compare(settings, options, inputs, { sdk, foreign, interrupted })) };
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

type Comparison = Omit<CheckResult, 'interrupted' | 'source'>;

interface Found {
  readonly sdk: SdkState;
  /** See `listForeign`. */
  readonly foreign: readonly string[];
  readonly interrupted: boolean;
}

async function compare(settings: Settings, options: CheckOptions, inputs: Inputs, { sdk, foreign, interrupted }: Found): Promise<Comparison> {
  const { generator } = inputs;
  const output = settings.out;
  const workshop = openWorkshop(settings.jobs);
  const tools = { cache: openCache(settings.cache), workshop, generator, progress: options.progress ?? silent };
  try {
    const { api, diagnostics, hashes } = await understandPages(settings, {}, inputs, { ...tools, sdk, output });
    const differences: FileDifference[] = [];
    const job = { ...tools, api, diagnostics, sdk, package: settings.package };
    const { plan, isManifestStale } = await planFiles(job, { output, hashes, settings: inputs.settings }, (path, wanted) => {
      if (options.diff === true) {
        differences.push({ path, found: readIfThere(join(output, path)) ?? '', wanted });
      }
    });

    const missing = plan.write.filter((path) => sdk.recorded.has(path) && sdk.found.get(path)?.kind === 'absent');
    const files: SdkFiles = {
      stale: [...plan.write.filter((path) => !missing.includes(path)), ...(isManifestStale ? [manifestName] : [])].sort(),
      missing,
      extra: [...new Set([...foreign, ...plan.delete])].sort(),
      edited: plan.conflicts.filter(({ kind }) => kind === 'edited').map(({ path }) => path),
    };
    const generatorChanged = sdk.manifest?.generator !== generator;
    const { diffApis } = await import('../drift/diff-apis.js');
    const { readDriftPolicy } = await import('./drift-policy.js');
    const { findSurfaceChanges } = await import('./surface-findings.js');
    const policy = readDriftPolicy({ readText: (file) => readIfThere(join(settings.specs, file)), today: options.today ?? dayOf(new Date()) });
    const unreadable = diagnostics.filter(({ severity }) => severity === 'fatal').map(({ file }) => file);
    const { verdict, findings, notEvaluated, ...drift } = diffApis(readModel(output) ?? api, api, {
      ...policy,
      unreadable: { base: [], head: unreadable },
      diagnostics: { base: readReport(output)?.diagnostics ?? [], head: diagnostics },
    });
    const current = new Map(inputs.pages.map(({ file, state }) => [file, state.kind === 'readable' ? state.hash : undefined]));
    const isSamePage = (file: string): boolean => sdk.manifest?.pages.get(file)?.hash === current.get(file);
    const isWrong = interrupted || generatorChanged || !verdict.docsOnly || [...files.missing, ...files.extra, ...files.edited].length > 0;
    const isStale = files.stale.length > 0;
    return {
      outcome: hasFatal(diagnostics) ? 'fatal' : isWrong || (isStale && options.strict === true) ? 'stale' : isStale ? 'wording' : 'fresh',
      files,
      verdict,
      findings: [...findings, ...findSurfaceChanges({ files, sdk, api, generatorChanged, isSamePage })],
      notEvaluated,
      accepted: drift.accepted,
      diagnostics: drift.diagnostics,
      generatorChanged,
      differences,
    };
  } finally {
    await workshop.close();
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** `2026-03-31` */
function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptFindings } from '../drift/accept-findings.js';
import { diffApis } from '../drift/diff-apis.js';
import type { DriftReport } from '../drift/finding.js';
import { judge } from '../drift/verdict.js';
import type { Api } from '../model/api.js';
import { manifestName } from '../output/manifest.js';
import type { Plan } from '../output/plan.js';
import type { SdkFiles } from '../report/report.js';
import { unpackApi } from './assemble-pages.js';
import type { CheckOptions, CheckResult, FileDifference } from './check.js';
import { readDriftPolicy } from './drift-policy.js';
import { findBrokenTests } from './find-broken-tests.js';
import type { Inputs } from './inputs.js';
import { hasFatal } from './has-fatal.js';
import { readOldTests, type OldTests } from './old-tests.js';
import { openCache } from './page-cache.js';
import { planFiles } from './plan-files.js';
import { silent } from './progress.js';
import { isAsRecorded, modelName, readModel, readReport, reportName, type SdkState } from './sdk-files.js';
import type { Settings } from './settings.js';
import { findSurfaceChanges } from './surface-findings.js';
import { understandPages } from './understand-pages.js';
import { openWorkshop } from './workshop.js';

/** What stands in the output folder. */
export interface FoundSdk {
  readonly sdk: SdkState;
  /** Files in its folders that docwright did not write. */
  readonly foreign: readonly string[];
  /** A run was killed while it put its files in place. */
  readonly interrupted: boolean;
}

/**
 * Makes all files in memory and says how those on disk, and the contract that they were made from, differ.
 *
 * @throws SettingsError if a file of `.docwright/` makes no sense, or the tests of `options.compat` cannot be had or run
 */
export async function compareSdk(
  settings: Settings,
  options: CheckOptions,
  inputs: Inputs,
  { sdk, foreign, interrupted }: FoundSdk,
): Promise<Omit<CheckResult, 'interrupted' | 'damage' | 'source'>> {
  const { generator } = inputs;
  const output = settings.out;
  const { accepted, levels = new Map() } = readDriftPolicy({
    readText: (file) => readIfThere(join(settings.specs, file)),
    today: options.today ?? dayOf(new Date()),
  });
  const old = options.compat === undefined ? undefined : readOldTests(output, options.compat);
  const workshop = openWorkshop(settings.jobs);
  const tools = { cache: openCache(settings.cache), workshop, generator, progress: options.progress ?? silent };
  try {
    const { pages, diagnostics, hashes } = await understandPages(settings, {}, inputs, { ...tools, sdk, output });
    const api = unpackApi(pages);
    const differing = new Map<string, string>();
    const job = { ...tools, pages, diagnostics, sdk, package: settings.package };
    const { plan, isManifestStale } = await planFiles(job, { output, hashes, settings: inputs.settings }, (path, content) => {
      differing.set(path, typeof content === 'string' ? content : Buffer.concat([...content]).toString());
    });
    const files = listFiles(plan, { sdk, foreign, isManifestStale });
    const generatorChanged = sdk.manifest?.generator !== generator;

    const unreadable = diagnostics.filter(({ severity }) => severity === 'fatal').map(({ file }) => file);
    const made = (isAsRecorded(sdk, modelName) ? readModel(output) : undefined) ?? api;
    const report = isAsRecorded(sdk, reportName) ? readReport(output) : undefined;
    const driftSince = (base: Api): DriftReport =>
      diffApis(base, api, {
        levels,
        unreadable: { base: [], head: unreadable },
        diagnostics: { base: report?.diagnostics ?? [], head: diagnostics },
      });
    const drift = driftSince(old?.api ?? made);
    const isSamePage = pagesSince(sdk, inputs);
    const surface = findSurfaceChanges({ files, sdk, api, generatorChanged, isSamePage, levels });
    const broken =
      old === undefined
        ? []
        : await findBrokenTests(withoutPages(old, unreadable), { out: output, files: wantedFiles(output, plan, differing), levels });

    const heard = [...drift.findings, ...broken, ...surface].filter(({ level }) => level !== 'off');
    const policy = acceptFindings(heard, accepted);
    const verdict = judge(policy.findings.filter((finding) => !surface.includes(finding)));
    // What changed since an older revision is no fault of an SDK that is up to date; what it broke is.
    const staleness =
      old?.api === undefined ? verdict : judge(acceptFindings([...driftSince(made).findings, ...broken], accepted).findings);
    const isWrong =
      interrupted || generatorChanged || !staleness.docsOnly || [...files.missing, ...files.extra, ...files.edited].length > 0;
    const isStale = files.stale.length > 0;
    return {
      outcome: hasFatal(diagnostics) ? 'fatal' : isWrong || (isStale && options.strict === true) ? 'stale' : isStale ? 'wording' : 'fresh',
      files,
      verdict,
      findings: policy.findings,
      notEvaluated: drift.notEvaluated,
      accepted: policy.accepted,
      diagnostics: drift.diagnostics,
      generatorChanged,
      differences: options.diff === true ? listDifferences(output, differing) : [],
    };
  } finally {
    await workshop.close();
  }
}

function listFiles(
  plan: Plan,
  { sdk, foreign, isManifestStale }: Pick<FoundSdk, 'sdk' | 'foreign'> & { readonly isManifestStale: boolean },
): SdkFiles {
  const missing = plan.write.filter((path) => sdk.recorded.has(path) && sdk.found.get(path)?.kind === 'absent');
  return {
    stale: [...plan.write.filter((path) => !missing.includes(path)), ...(isManifestStale ? [manifestName] : [])].sort(),
    missing,
    extra: [...new Set([...foreign, ...plan.delete])].sort(),
    // A link or a folder in the place of a file that was written is no less an edit.
    edited: plan.conflicts.filter(({ kind, path }) => kind === 'edited' || sdk.recorded.has(path)).map(({ path }) => path),
  };
}

/** Tells of a page whether it is what it was when the SDK was made. */
function pagesSince({ manifest }: SdkState, { pages }: Inputs): (file: string) => boolean {
  const current = new Map(pages.map(({ file, state }) => [file, state.kind === 'readable' ? state.hash : undefined]));
  return (file) => manifest?.pages.get(file)?.hash === current.get(file);
}

/** Nothing can be said of operations whose pages cannot be read. */
function withoutPages(old: OldTests, pages: readonly string[]): OldTests {
  return { ...old, files: new Map([...old.files].filter(([path]) => !pages.includes(old.pageOf(path) ?? ''))) };
}

/** All files as they would be generated: those on disk, where they are right. */
function wantedFiles(output: string, { write, unchanged, conflicts }: Plan, differing: ReadonlyMap<string, string>): Map<string, string> {
  const paths = [...write, ...unchanged, ...conflicts.map(({ path }) => path)];
  return new Map(
    paths.flatMap((path) => {
      const text = differing.get(path) ?? readIfThere(join(output, path));
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
}

function listDifferences(output: string, differing: ReadonlyMap<string, string>): FileDifference[] {
  return [...differing].map(([path, wanted]) => ({ path, found: readIfThere(join(output, path)) ?? '', wanted }));
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

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sampleCode } from '../emit/sample-code.js';
import { hashContent } from '../output/content-hash.js';
import { lockOutput } from '../output/lock-output.js';
import { parseManifest, printManifest, type FileEntry } from '../output/manifest.js';
import { observeFiles } from '../output/observe-files.js';
import { OutputError } from '../output/output-error.js';
import { planOutput, type Plan } from '../output/plan.js';
import { readRegularFile } from '../output/regular-file.js';
import { beginChange, recoverOutput, type OutputFolders } from '../output/write-output.js';
import { buildSite } from '../site/build-site.js';
import type { SiteDrift, SiteFile } from '../site/site.js';
import { diffTrees } from './diff-trees.js';
import { readDriftPolicy } from './drift-policy.js';
import { openFolder } from './folder-tree.js';
import { lint } from './lint.js';
import { hasFatal } from './has-fatal.js';
import { locateOutput } from './locate-output.js';
import { version } from './package-folder.js';
import { silent, type Progress } from './progress.js';
import { countApi, type ApiCounts } from './sdk-files.js';
import type { Settings } from './settings.js';
import type { SpecsTree } from './specs-tree.js';

/** Name of the manifest of a site: not that of an SDK, so that neither takes the other's folder for its own. */
export const siteManifestName = 'docwright.site.json';

export interface SiteOptions {
  /** Folder of the site, absolute: new, empty, or written by `writeSite` before. */
  readonly out: string;
  /** An earlier revision of the pages: the site tells what changed since. */
  readonly since?: SpecsTree;
  /** Replace files that were edited by hand. */
  readonly force?: boolean;
  readonly progress?: Progress;
}

export interface SiteResult {
  /** As of `generate`. */
  readonly outcome: 'written' | 'fatal' | 'refused';
  readonly plan: Plan;
  /** What `lint` says of the pages, and so does the site. */
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: ApiCounts;
  /** Of all files, in bytes. */
  readonly size: number;
  source(file: string): string | undefined;
}

const nothing: Plan = { write: [], unchanged: [], delete: [], conflicts: [] };

/**
 * Writes the site of a specs folder: all files or none. Faults of pages and files in the way are part of the result.
 *
 * @throws SettingsError if the specs folder holds no pages
 * @throws OutputError if the folder cannot be written, or holds something else
 */
export async function writeSite(settings: Settings, options: SiteOptions): Promise<SiteResult> {
  const { out, since, force = false, progress = silent } = options;
  const { api, diagnostics, source } = await lint(settings, { progress });
  const result = { diagnostics, counts: countApi(api.pages), source };
  if (hasFatal(diagnostics)) return { ...result, outcome: 'fatal', plan: nothing, size: 0 };
  const drift = since === undefined ? undefined : await driftSince(since, settings, progress);
  const files = buildSite({ api, diagnostics, ...(drift && { drift }), version, source, code: sampleCode });
  const plan = await putInPlace(files, locateOutput(out, { create: true }), force);
  const size = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { ...result, outcome: plan.conflicts.length > 0 ? 'refused' : 'written', plan, size };
}

/** Accepted findings are told all the same: they are what changed. */
async function driftSince(base: SpecsTree, settings: Settings, progress: Progress): Promise<SiteDrift> {
  const head = openFolder(settings.specs, { name: 'the pages', overlays: settings.overlays });
  const { levels } = readDriftPolicy({ readText: head.readText, today: '' });
  const { report } = await diffTrees(base, head, { settings, progress, ...(levels && { levels }) });
  return { since: base.name, findings: report.findings };
}

async function putInPlace(files: readonly SiteFile[], folders: OutputFolders, force: boolean): Promise<Plan> {
  const release = await lockOutput(folders.work);
  try {
    recoverOutput(folders);
    const entries = new Map(files.map(({ path, text }): [string, FileEntry] => [path, entryOf(text)]));
    const recorded = recordedFiles(folders.output);
    const found = observeFiles(folders.output, new Set([...entries.keys(), ...recorded.keys()]));
    const wanted = new Map([...entries].map(([path, { hash }]) => [path, hash]));
    const plan = planOutput({ wanted, recorded, found, force });
    if (plan.conflicts.length > 0 || plan.write.length + plan.delete.length === 0) return plan;
    const change = beginChange(folders);
    const changed = new Set(plan.write);
    for (const { path, text } of files) if (changed.has(path)) change.write(path, text);
    change.write(siteManifestName, printManifest({ generator: version, settings: '', pages: new Map(), files: entries }));
    change.commit(plan.delete);
    return plan;
  } finally {
    release();
  }
}

function entryOf(text: string): FileEntry {
  const hash = hashContent(text);
  return { raw: hash, hash };
}

/** What an earlier run wrote. @throws OutputError if the folder holds anything and no run wrote it */
function recordedFiles(output: string): ReadonlyMap<string, FileEntry> {
  const reading = parseManifest(readRegularFile(join(output, siteManifestName))?.toString());
  if (reading.kind === 'manifest') return reading.manifest.files;
  if (!isEmpty(output)) {
    throw new OutputError(`${output} holds files that are no site of docwright; name a folder that is new or empty with --out DIR`);
  }
  return new Map();
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).every((name) => name === '.docwright-work');
  } catch {
    return true;
  }
}

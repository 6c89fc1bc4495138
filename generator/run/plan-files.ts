import type { FileContent } from '../output/file-content.js';
import { printManifest, type FileEntry } from '../output/manifest.js';
import { observeFiles, type FileState } from '../output/observe-files.js';
import { planOutput, type Plan } from '../output/plan.js';
import { makeFiles, type FilesJob } from './make-files.js';

export interface PlannedFiles {
  readonly plan: Plan;
  readonly manifest: string;
  /** The manifest on disk is another one. */
  readonly isManifestStale: boolean;
}

export interface PlanOptions {
  /** The output folder. */
  readonly output: string;
  /** Of the pages that the API comes from. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Of the settings that shape the output. */
  readonly settings: string;
  readonly force?: boolean;
}

/**
 * Makes all files of an SDK and compares them with those on disk.
 *
 * @param onDifference is given every file, but for the manifest, that is not on disk as it should be, as soon as it is made
 */
export async function planFiles(
  job: FilesJob,
  { output, hashes, settings, force = false }: PlanOptions,
  onDifference: (path: string, content: FileContent) => void,
): Promise<PlannedFiles> {
  const files = new Map<string, FileEntry>();
  const found = new Map<string, FileState>(job.sdk.found);
  const models = await makeFiles(job, ({ path, content, ...entry }) => {
    files.set(path, recordOf(entry));
    if (!found.has(path)) {
      observeFiles(output, [path]).forEach((state, key) => found.set(key, state));
    }
    const state = found.get(path);
    if (content !== undefined && !(state?.kind === 'file' && state.hash === entry.hash)) {
      onDifference(path, content);
    }
  });
  const wanted = new Map([...files].map(([path, { hash }]) => [path, hash]));
  const pages = new Map([...hashes].map(([file, hash]) => [file, { hash, model: models.get(file) ?? '' }]));
  const manifest = printManifest({ generator: job.generator, settings, pages, files });
  return {
    plan: planOutput({ wanted, recorded: job.sdk.recorded, found, force }),
    manifest,
    isManifestStale: manifest !== job.sdk.manifestText,
  };
}

/** Only what the manifest records. */
function recordOf({ raw, hash, page }: FileEntry): FileEntry {
  return { raw, hash, ...(page === undefined ? {} : { page }) };
}

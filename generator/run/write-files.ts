import { manifestName, printManifest, type FileEntry } from '../output/manifest.js';
import { observeFiles, type FileState } from '../output/observe-files.js';
import { planOutput, type Plan } from '../output/plan.js';
import { beginChange, type OutputChange, type OutputFolders } from '../output/write-output.js';
import { makeFiles, type FilesJob } from './make-files.js';

export interface WriteOptions {
  readonly folders: OutputFolders;
  /** Of the pages that the API comes from. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Of the settings that shape the output. */
  readonly settings: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** Makes all files of an SDK and puts them in place, or none if something is in the way. */
export async function writeFiles(job: FilesJob, options: WriteOptions): Promise<Plan> {
  const change = options.dryRun === true ? undefined : beginChange(options.folders);
  try {
    return await changeFiles(job, options, change);
  } catch (error) {
    change?.abandon();
    throw error;
  }
}

async function changeFiles(job: FilesJob, options: WriteOptions, change: OutputChange | undefined): Promise<Plan> {
  const { folders, hashes, settings, force = false } = options;
  const files = new Map<string, FileEntry>();
  const found = new Map<string, FileState>(job.sdk.found);

  const models = await makeFiles(job, ({ path, text, ...entry }) => {
    files.set(path, entryOf(entry));
    if (!found.has(path)) {
      observeFiles(folders.output, [path]).forEach((state, key) => found.set(key, state));
    }
    const state = found.get(path);
    if (text !== undefined && !(state?.kind === 'file' && state.hash === entry.hash)) {
      change?.write(path, text);
    }
  });

  const wanted = new Map([...files].map(([path, { hash }]) => [path, hash]));
  const plan = planOutput({ wanted, recorded: job.sdk.recorded, found, force });
  const manifest = printManifest({ generator: job.generator, settings, pages: pageEntries(hashes, models), files });
  const isSameManifest = manifest === job.sdk.manifestText;
  if (plan.conflicts.length > 0 || (plan.write.length === 0 && plan.delete.length === 0 && isSameManifest)) {
    change?.abandon();
    return plan;
  }
  change?.write(manifestName, manifest);
  change?.commit(plan.delete);
  return plan;
}

/** Only what the manifest records. */
function entryOf({ raw, hash, page }: FileEntry): FileEntry {
  return { raw, hash, ...(page === undefined ? {} : { page }) };
}

function pageEntries(hashes: ReadonlyMap<string, string>, models: ReadonlyMap<string, string>): Map<string, { hash: string; model: string }> {
  return new Map([...hashes].map(([file, hash]) => [file, { hash, model: models.get(file) ?? '' }]));
}

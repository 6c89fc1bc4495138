import { manifestName } from '../output/manifest.js';
import type { Plan } from '../output/plan.js';
import { beginChange, type OutputFolders } from '../output/write-output.js';
import type { FilesJob } from './make-files.js';
import { planFiles, type PlanOptions } from './plan-files.js';

/** Makes all files of an SDK and puts them in place, or none if something is in the way. */
export async function writeFiles(job: FilesJob, folders: OutputFolders, options: Omit<PlanOptions, 'output'>): Promise<Plan> {
  const change = beginChange(folders);
  try {
    const { plan, manifest, isManifestStale } = await planFiles(job, { ...options, output: folders.output }, change.write);
    if (plan.conflicts.length > 0 || (plan.write.length === 0 && plan.delete.length === 0 && !isManifestStale)) {
      change.abandon();
      return plan;
    }
    change.write(manifestName, manifest);
    change.commit(plan.delete);
    return plan;
  } catch (error) {
    change.abandon();
    throw error;
  }
}

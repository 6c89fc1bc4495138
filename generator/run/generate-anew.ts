import type { OutputFolders } from '../output/write-output.js';
import type { GenerateOptions, GenerateResult } from './generate.js';
import { hasFatal } from './has-fatal.js';
import type { Inputs } from './inputs.js';
import { openCache } from './page-cache.js';
import { sourceOf } from './page-tree.js';
import { planFiles } from './plan-files.js';
import { silent } from './progress.js';
import { countApi, type SdkState } from './sdk-files.js';
import type { Settings } from './settings.js';
import { understandPages } from './understand-pages.js';
import type { Workshop } from './workshop.js';
import { writeFiles } from './write-files.js';

interface Order {
  readonly settings: Settings;
  readonly options: GenerateOptions;
  readonly inputs: Inputs;
  readonly workshop: Workshop;
}

interface Target {
  readonly folders: OutputFolders;
  /** What stands in the output folder now. */
  readonly sdk: SdkState;
}

/** `generate`, where there is something to do. Unless it is a dry run, the output is locked by the caller. */
export async function generateAnew({ settings, options, inputs, workshop }: Order, { folders, sdk }: Target): Promise<GenerateResult> {
  const { progress = silent, keepGoing = false } = options;
  const { generator } = inputs;
  const cache = openCache(settings.cache);
  const tools = { cache, workshop, generator, progress };
  const understanding = await understandPages(settings, options, inputs, { ...tools, sdk, output: folders.output });
  const { pages, diagnostics, hashes, momentary } = understanding;
  cache.trim();
  const counts = countApi(pages.map(({ facts }) => facts));
  const result = { diagnostics, counts, inputs, momentary, source: sourceOf(settings.specs), recovered: false };
  if (hasFatal(diagnostics) && !keepGoing) {
    return { ...result, outcome: 'fatal', plan: { write: [], unchanged: [], delete: [], conflicts: [] } };
  }
  const job = { ...tools, pages, diagnostics, sdk, package: settings.package };
  const target = { hashes, settings: inputs.settings, force: options.force === true };
  const plan =
    options.dryRun === true
      ? (await planFiles(job, { ...target, output: folders.output }, () => {})).plan
      : await writeFiles(job, folders, target);
  return { ...result, outcome: plan.conflicts.length > 0 ? 'refused' : 'written', plan };
}

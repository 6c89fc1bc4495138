import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { diffApis } from '../drift/diff-apis.js';
import type { Finding } from '../drift/finding.js';
import { generateIn, type GenerateOptions, type GenerateResult } from './generate.js';
import { observeInputs } from './inputs.js';
import { readModel } from './sdk-files.js';
import type { Settings } from './settings.js';
import { pause, watchPages } from './watch-pages.js';
import { openWorkshop, type Workshop } from './workshop.js';

export interface WatchOptions extends GenerateOptions {
  /** Told of every run: what it did, and what changed in the API since the one before. */
  onRun(result: GenerateResult, findings: readonly Finding[]): void;
  /** Told why a run could not take place. Watching goes on. */
  onFailure(error: unknown): void;
  /** Ends the watch. */
  readonly end: Promise<void>;
}

/** Generates once, and again whenever pages or overlays change. A page that cannot be understood stops nothing. */
export async function watch(settings: Settings, { onRun, onFailure, end, ...options }: WatchOptions): Promise<void> {
  let base = readModel(settings.out);
  let last: GenerateResult | undefined;
  const workshop = openWorkshop(settings.jobs);
  const onChange = async (): Promise<void> => {
    const result = await generateLasting(workshop, settings, options);
    const head = result.plan.write.length + result.plan.delete.length > 0 ? readModel(settings.out) : base;
    // Events that come late, such as those of a checkout, may find everything done.
    if (last?.outcome !== 'written' || result.outcome !== 'written' || head !== base) {
      onRun(result, base === undefined || head === undefined || head === base ? [] : diffApis(base, head).findings);
    }
    base = head;
    last = result;
  };
  try {
    await watchPages(settings, { end, onFailure, onChange });
  } finally {
    await workshop.close();
  }
}

/**
 * Generates until what is fatal lasts: a page that is half written, gone for a moment or other than it was listed, as happens during a
 * checkout, is no fault of the page.
 */
async function generateLasting(workshop: Workshop, settings: Settings, options: GenerateOptions): Promise<GenerateResult> {
  for (;;) {
    const result = await generateIn(workshop, settings, options);
    if (result.outcome !== 'fatal') return result;
    await setTimeout(pause);
    if (!result.momentary && isDeepStrictEqual(observeInputs(settings), result.inputs)) return result;
  }
}

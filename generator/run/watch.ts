import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { diffApis } from '../drift/diff-apis.js';
import type { Finding } from '../drift/finding.js';
import { coalesce } from './coalesce.js';
import { generate, type GenerateOptions, type GenerateResult } from './generate.js';
import { readModel } from './sdk-files.js';
import type { Settings } from './settings.js';

export interface WatchOptions extends GenerateOptions {
  /** Told of every run: what it did, and what changed in the API since the one before. */
  onRun(result: GenerateResult, findings: readonly Finding[]): void;
  /** Told why a run could not take place. Watching goes on. */
  onFailure(error: unknown): void;
  /** Ends the watch. */
  readonly end: Promise<void>;
}

/** Changes that follow each other faster than this belong together, as those of a checkout do; in milliseconds. */
const pause = 80;

/** Generates once, and again whenever pages or overlays change. A page that cannot be understood stops nothing. */
export async function watch(settings: Settings, { onRun, onFailure, end, ...options }: WatchOptions): Promise<void> {
  let events = 0;
  let base = readModel(settings.out);
  let last: GenerateResult | undefined;
  const run = coalesce(
    async () => {
      for (let seen = -1; seen !== events;) {
        seen = events;
        await setTimeout(pause);
      }
    },
    async () => {
      try {
        const result = await generate(settings, options);
        const head = result.plan.write.length + result.plan.delete.length > 0 ? readModel(settings.out) : base;
        // Events that come late, such as those of a checkout, may find everything done.
        if (last?.outcome !== 'written' || result.outcome !== 'written' || head !== base) {
          onRun(result, base === undefined || head === undefined || head === base ? [] : diffApis(base, head).findings);
        }
        base = head;
        last = result;
      } catch (error) {
        onFailure(error);
      }
    },
  );

  const watched = ['openapi', 'webhook', 'v2', 'v3'].map((name) => join(settings.specs, name)).filter((folder) => existsSync(folder));
  const watcher = watchFiles([...watched, settings.overlays], { ignoreInitial: true, followSymlinks: false });
  watcher.on('error', onFailure);
  await new Promise<void>((ready) => watcher.once('ready', ready));
  let runs = run();
  watcher.on('all', () => {
    events += 1;
    runs = run();
  });
  await runs;
  await end;
  await watcher.close();
  await runs;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { coalesce } from './coalesce.js';
import type { Settings } from './settings.js';

export interface PageWatch {
  /** Called at once, and again whenever pages or overlays have changed. */
  onChange(): Promise<void>;
  /** Told why a call came to nothing. Watching goes on. */
  onFailure(error: unknown): void;
  /** Ends the watch. */
  readonly end: Promise<void>;
}

/** Changes that follow each other faster than this belong together, as those of a checkout do; in milliseconds. */
const pause = 80;

/** Calls back for every change of the pages, one call for changes that belong together. */
export async function watchPages({ specs, overlays }: Settings, { onChange, onFailure, end }: PageWatch): Promise<void> {
  let events = 0;
  const run = coalesce(
    async () => {
      for (let seen = -1; seen !== events;) {
        seen = events;
        await setTimeout(pause);
      }
    },
    () => onChange().catch(onFailure),
  );
  const watched = ['openapi', 'webhook', 'v2', 'v3'].map((name) => join(specs, name)).filter((folder) => existsSync(folder));
  const watcher = watchFiles([...watched, overlays], { ignoreInitial: true, followSymlinks: false });
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

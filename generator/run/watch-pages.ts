import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles, type FSWatcher } from 'chokidar';
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
export const pause = 80;
/** How often to look whether the watched folders still are the same, in milliseconds. */
const round = 1000;

/** Calls back for every change of the pages, one call for changes that belong together. */
export async function watchPages({ specs, overlays }: Settings, { onChange, onFailure, end }: PageWatch): Promise<void> {
  const roots = [...['openapi', 'webhook', 'v2', 'v3'].map((name) => join(specs, name)), overlays];
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
  let runs = Promise.resolve();
  const callBack = (): void => {
    events += 1;
    runs = run();
  };
  const ended = new AbortController();
  const isEnd = end.then(() => ended.abort());

  let folders = foldersBelow(roots);
  let watcher = await watchFolders(roots, callBack, onFailure, ended.signal);
  callBack();
  while (!ended.signal.aborted) {
    await setTimeout(round, undefined, { signal: ended.signal }).catch(() => undefined);
    const found = foldersBelow(roots);
    if (ended.signal.aborted || found === undefined || found === folders) continue;
    folders = found;
    await watcher.close();
    watcher = await watchFolders(roots, callBack, onFailure, ended.signal);
    callBack();
  }
  await isEnd;
  await watcher.close();
  await runs;
}

/** How long a watcher may take to look at all folders, in milliseconds. */
const patience = 10_000;

async function watchFolders(
  roots: readonly string[],
  onEvent: () => void,
  onFailure: (error: unknown) => void,
  ended: AbortSignal,
): Promise<FSWatcher> {
  const watcher = watchFiles(
    roots.filter((folder) => existsSync(folder)),
    { ignoreInitial: true, followSymlinks: false },
  );
  watcher.on('error', onFailure);
  watcher.on('all', onEvent);
  // It never is ready where a folder is taken away while it looks at it. What is new in it then is seen in the next round.
  if (roots.some((folder) => existsSync(folder)))
    await Promise.race([once(watcher, 'ready', { signal: ended }), setTimeout(patience, undefined, { signal: ended, ref: false })]).catch(
      () => undefined,
    );
  return watcher;
}

/**
 * All folders, told from others of the same name: a checkout may put a new folder in the place of an old one, of which the watcher would
 * not hear, and take away the watched folders themselves for a while.
 *
 * @returns `undefined` while they change
 */
function foldersBelow(roots: readonly string[]): string | undefined {
  try {
    return roots
      .filter((folder) => existsSync(folder))
      .flatMap(describeFolder)
      .join('\n');
  } catch {
    return undefined;
  }
}

function describeFolder(path: string): string[] {
  const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
  const below = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [`${path} ${dev} ${ino} ${birthtimeNs}`, ...below.flatMap(({ name }) => describeFolder(join(path, name)))];
}

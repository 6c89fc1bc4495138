import { statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheKey, type PageCache } from './page-cache.js';
import { bundleReadings, openBundle, type PackedReading } from './packed-reading.js';
import type { PageFile } from './page-tree.js';
import type { Progress } from './progress.js';
import type { ListedPage } from './read-page-files.js';
import { splitBySize } from './split-by-size.js';
import { unreadablePage } from './unreadable-page.js';
import type { Workshop } from './workshop.js';

export interface ReadingTools {
  readonly cache: PageCache;
  readonly workshop: Workshop;
  /** `hashGenerator()` */
  readonly generator: string;
  readonly progress: Progress;
}

/** One reading per page, in the order of the pages. */
export async function readPages(specs: string, pages: readonly PageFile[], tools: ReadingTools): Promise<PackedReading[]> {
  const { cache, workshop, generator, progress } = tools;
  const shelfKey = cacheKey('shelf', generator, specs);
  const shelf = openKept(cache.get(shelfKey));
  const readings = new Map<string, PackedReading>();
  const keys = new Map<string, string>();
  const unknown: ListedPage[] = [];
  for (const { file, state } of pages) {
    if (state.kind === 'unreadable') {
      readings.set(file, unreadablePage(file, state.reason));
      continue;
    }
    const key = cacheKey('page', generator, file, state.hash);
    keys.set(file, key);
    const known = shelf.get(key) ?? keptReading(cache, key);
    if (known === undefined) unknown.push({ file, hash: state.hash });
    else readings.set(file, known);
  }

  progress.begin('reading pages', unknown.length);
  const sizeOf = ({ file }: ListedPage): number => statSync(join(specs, file), { throwIfNoEntry: false })?.size ?? 0;
  const tasks = splitBySize(unknown, sizeOf, readingBatch).map((batch) => ({ specs, pages: batch }));
  await workshop.read(tasks, (task, results) => {
    progress.advance(task.pages.length);
    for (const reading of results) {
      readings.set(reading.file, reading);
      keepReading(cache, keys.get(reading.file) ?? '', reading);
    }
  });

  const lasting = pages.flatMap(({ file }) => {
    const [key, reading] = [keys.get(file), readings.get(file)];
    return key === undefined || reading === undefined || reading.momentary === true ? [] : [[key, reading] as const];
  });
  if (lasting.length !== shelf.size || lasting.some(([key]) => !shelf.has(key))) cache.set(shelfKey, bundleReadings(new Map(lasting)));
  return pages.flatMap(({ file }) => readings.get(file) ?? []);
}

/** Bytes of pages per task: small enough to share out evenly, large enough that messages between threads do not matter. */
const readingBatch = 128 * 1024;

/** What an earlier run read under this key. */
export function keptReading(cache: PageCache, key: string): PackedReading | undefined {
  return openKept(cache.get(key)).get(key);
}

export function keepReading(cache: PageCache, key: string, reading: PackedReading): void {
  if (reading.momentary !== true) cache.set(key, bundleReadings(new Map([[key, reading]])));
}

/** Whatever comes from the cache is as it was put there: its digest has been checked. */
function openKept(bundle: Buffer | undefined): ReadonlyMap<string, PackedReading> {
  return bundle === undefined ? new Map() : openBundle(bundle);
}

import { cacheKey } from './page-cache.js';
import type { PackedReading } from './packed-reading.js';
import { keepReading, keptReading, type ReadingTools } from './read-pages.js';
import type { SpecsTree, TreePage } from './specs-tree.js';
import { changedPage, unreadablePage } from './unreadable-page.js';

/** Pages per task for the threads. */
const batch = 32;

/**
 * One reading per page, in the order of the pages; what an earlier run has read comes from the cache.
 *
 * @param pages those of the tree that matter
 */
export async function readTree(
  tree: SpecsTree,
  pages: readonly TreePage[],
  { cache, workshop, generator, progress }: ReadingTools,
): Promise<PackedReading[]> {
  const readings = new Map<string, PackedReading>();
  const unknown: TreePage[] = [];
  for (const page of pages) {
    if (page.hash === undefined) {
      readings.set(page.file, unreadablePage(page.file, page.fault ?? ''));
      continue;
    }
    const known = keptReading(cache, cacheKey('page', generator, page.file, page.hash));
    if (known === undefined) unknown.push(page);
    else readings.set(page.file, known);
  }
  const current = unknown.flatMap((page) => {
    const text = page.text();
    if (page.isCurrent?.() === false) {
      readings.set(page.file, changedPage(page.file));
      return [];
    }
    return [{ file: page.file, ...(text !== undefined && { text }) }];
  });
  const hashes = new Map(unknown.map(({ file, hash = '' }) => [file, hash]));
  const tasks = Array.from({ length: Math.ceil(current.length / batch) }, (_, index) => ({
    pages: current.slice(index * batch, (index + 1) * batch),
  }));
  progress.begin(`reading ${tree.name}`, unknown.length);
  await workshop.understand(tasks, (task, results) => {
    progress.advance(task.pages.length);
    for (const reading of results) {
      readings.set(reading.file, reading);
      keepReading(cache, cacheKey('page', generator, reading.file, hashes.get(reading.file) ?? ''), reading);
    }
  });
  return pages.flatMap(({ file }) => readings.get(file) ?? []);
}

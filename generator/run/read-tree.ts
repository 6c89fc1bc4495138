import { createCollector } from '../diagnostics/collector.js';
import type { ReadingTools } from './load-api.js';
import { cacheKey } from './page-cache.js';
import type { PageReading } from './read-page-files.js';
import type { SpecsTree, TreePage } from './specs-tree.js';

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
): Promise<PageReading[]> {
  const readings = new Map<string, PageReading>();
  const unknown: TreePage[] = [];
  for (const page of pages) {
    if (page.hash === undefined) {
      readings.set(page.file, unreadable(page));
      continue;
    }
    const known = cache.get(cacheKey('page', generator, page.file, page.hash));
    // The key names everything that the entry was made from, and its digest has been checked.
    if (known === undefined) unknown.push(page);
    else readings.set(page.file, JSON.parse(known) as PageReading);
  }
  const hashes = new Map(unknown.map(({ file, hash = '' }) => [file, hash]));
  const tasks = Array.from({ length: Math.ceil(unknown.length / batch) }, (_, index) => ({
    pages: unknown.slice(index * batch, (index + 1) * batch).map((page) => {
      const text = page.text();
      return { file: page.file, ...(text !== undefined && { text }) };
    }),
  }));
  progress.begin(`reading ${tree.name}`, unknown.length);
  await workshop.understand(tasks, (task, results) => {
    progress.advance(task.pages.length);
    for (const reading of results) {
      readings.set(reading.file, reading);
      cache.set(cacheKey('page', generator, reading.file, hashes.get(reading.file) ?? ''), JSON.stringify(reading));
    }
  });
  return pages.flatMap(({ file }) => readings.get(file) ?? []);
}

function unreadable({ file, fault }: TreePage): PageReading {
  const collector = createCollector(file);
  collector.report('doc-unreadable', { line: 1, column: 1, endColumn: 1 }, `the page cannot be read: ${fault ?? ''}`);
  return { file, diagnostics: collector.diagnostics };
}

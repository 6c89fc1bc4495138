import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createCollector, sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api, ApiPage } from '../model/api.js';
import { cacheKey, openCache, type PageCache } from './page-cache.js';
import { decodePage, listPages, type PageFile } from './page-tree.js';
import { silent, type Progress } from './progress.js';
import type { PageReading } from './read-page-files.js';
import { hashGenerator } from './generator-hash.js';
import type { Settings } from './settings.js';
import { splitBySize } from './split-by-size.js';
import { openWorkshop, type Workshop } from './workshop.js';

/** All pages of a specs folder, understood. */
export interface LoadedApi {
  /** Pages with a fatal fault are not in it. */
  readonly api: Api;
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a page as its diagnostics count lines and columns. */
  source(file: string): string | undefined;
}

/** True if a page could not be understood at all. */
export function hasFatal(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'fatal');
}

/**
 * Reads all pages (from the cache where they are known), applies the overlays and puts the API together. Faults of pages are
 * diagnostics; nothing is thrown for them.
 *
 * @throws SettingsError if the specs folder holds no pages
 */
export async function loadApi(settings: Settings, progress: Progress = silent): Promise<LoadedApi> {
  const workshop = openWorkshop(settings.jobs);
  try {
    const cache = openCache(settings.cache);
    const readings = await readPages(settings.specs, listPages(settings.specs), { cache, workshop, generator: hashGenerator(), progress });
    cache.trim();
    return { ...(await assemble(readings, [])), source: sourceOf(settings.specs) };
  } finally {
    await workshop.close();
  }
}

/** Puts the pages of a run together with those that it does not read anew. */
export async function assemble(
  readings: readonly PageReading[],
  kept: readonly ApiPage[],
): Promise<{ readonly api: Api; readonly diagnostics: readonly Diagnostic[] }> {
  const { assembleApi } = await import('../model/assemble-api.js');
  // Written by `readPageFiles`.
  const read = readings.flatMap(({ page }) => (page === undefined ? [] : [JSON.parse(page) as ApiPage]));
  const { api, diagnostics } = assembleApi([...read, ...kept]);
  return { api, diagnostics: sortDiagnostics([...readings.flatMap((reading) => reading.diagnostics), ...diagnostics]) };
}

export interface ReadingTools {
  readonly cache: PageCache;
  readonly workshop: Workshop;
  /** `hashGenerator()` */
  readonly generator: string;
  readonly progress: Progress;
}

/** One reading per page, in the order of the pages. */
export async function readPages(specs: string, pages: readonly PageFile[], tools: ReadingTools): Promise<PageReading[]> {
  const { cache, workshop, generator, progress } = tools;
  const readings = new Map<string, PageReading>();
  const keys = new Map<string, string>();
  for (const { file, state } of pages) {
    if (state.kind === 'unreadable') {
      readings.set(file, unreadablePage(file, state.reason));
      continue;
    }
    const key = cacheKey('page', generator, file, state.hash);
    const known = cache.get(key);
    if (known === undefined) {
      keys.set(file, key);
    } else {
      // The key names everything that the entry was made from, and its digest has been checked.
      readings.set(file, JSON.parse(known) as PageReading);
    }
  }

  progress.begin('reading pages', keys.size);
  const sizeOf = (file: string): number => statSync(join(specs, file), { throwIfNoEntry: false })?.size ?? 0;
  const tasks = splitBySize([...keys.keys()], sizeOf, readingBatch).map((files) => ({ specs, files }));
  await workshop.read(tasks, (task, results) => {
    progress.advance(task.files.length);
    for (const reading of results) {
      readings.set(reading.file, reading);
      cache.set(keys.get(reading.file) ?? '', JSON.stringify(reading));
    }
  });
  return pages.flatMap(({ file }) => readings.get(file) ?? []);
}

/** Bytes of pages per task: small enough to share out evenly, large enough that messages between threads do not matter. */
const readingBatch = 128 * 1024;

function unreadablePage(file: string, reason: string): PageReading {
  const collector = createCollector(file);
  collector.report('doc-unreadable', { line: 1, column: 1, endColumn: 1 }, `the page cannot be read: ${reason}`);
  return { file, diagnostics: collector.diagnostics };
}

/** Reads page texts for code frames, on demand. */
export function sourceOf(specs: string): (file: string) => string | undefined {
  return (file) => {
    try {
      return decodePage(readFileSync(join(specs, file)));
    } catch {
      return undefined;
    }
  };
}

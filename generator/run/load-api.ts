import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api, ApiPage } from '../model/api.js';
import { hashGenerator } from './generator-hash.js';
import { cacheKey, openCache, type PageCache } from './page-cache.js';
import { listPages, readPageSource, type PageFile } from './page-tree.js';
import { silent, type Progress } from './progress.js';
import { readOverlays, type OverlayFile } from './read-overlays.js';
import type { ListedPage, PageReading } from './read-page-files.js';
import type { Settings } from './settings.js';
import { splitBySize } from './split-by-size.js';
import { unreadablePage } from './unreadable-page.js';
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
    return { ...(await assemble({ readings, overlays: readOverlays(settings), kept: [] })), source: sourceOf(settings.specs) };
  } finally {
    await workshop.close();
  }
}

/** What an API is put together from. */
export interface ApiParts {
  readonly readings: readonly PageReading[];
  /** Applied to the pages that were read. */
  readonly overlays: readonly OverlayFile[];
  /** Pages as an earlier run put them together, overlays included. */
  readonly kept: readonly ApiPage[];
}

/** Puts the pages of a run together. */
export async function assemble({
  readings,
  overlays,
  kept,
}: ApiParts): Promise<{ readonly api: Api; readonly diagnostics: readonly Diagnostic[] }> {
  const { assembleApi } = await import('../model/assemble-api.js');
  // Written by `readPageFiles`.
  const read = readings.flatMap(({ page }) => (page === undefined ? [] : [JSON.parse(page) as ApiPage]));
  const overlaid = await overlay(read, overlays, kept.length > 0);
  const { api, diagnostics } = assembleApi([...overlaid.pages, ...kept]);
  return {
    api,
    diagnostics: sortDiagnostics([...readings.flatMap((reading) => reading.diagnostics), ...overlaid.diagnostics, ...diagnostics]),
  };
}

async function overlay(
  pages: readonly ApiPage[],
  overlays: readonly OverlayFile[],
  isPartial: boolean,
): Promise<{ readonly pages: readonly ApiPage[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (overlays.length === 0) {
    return { pages, diagnostics: [] };
  }
  const { applyOverlays } = await import('../model/apply-overlays.js');
  const { parseOverlays } = await import('../model/parse-overlays.js');
  const parsed = overlays.map(({ file, text }) => parseOverlays(text, file));
  const applied = applyOverlays(
    pages,
    parsed.flatMap(({ entries }) => entries),
  );
  // Entries may name pages that were not read this time; that they name nothing is said by runs that read all pages.
  const said = isPartial ? [] : applied.diagnostics;
  return { pages: applied.pages, diagnostics: [...parsed.flatMap(({ diagnostics }) => diagnostics), ...said] };
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
  const unknown: ListedPage[] = [];
  for (const { file, state } of pages) {
    if (state.kind === 'unreadable') {
      readings.set(file, unreadablePage(file, state.reason));
      continue;
    }
    const key = cacheKey('page', generator, file, state.hash);
    const known = cache.get(key);
    if (known === undefined) {
      keys.set(file, key);
      unknown.push({ file, hash: state.hash });
    } else {
      // The key names everything that the entry was made from, and its digest has been checked.
      readings.set(file, JSON.parse(known) as PageReading);
    }
  }

  progress.begin('reading pages', keys.size);
  const sizeOf = ({ file }: ListedPage): number => statSync(join(specs, file), { throwIfNoEntry: false })?.size ?? 0;
  const tasks = splitBySize(unknown, sizeOf, readingBatch).map((batch) => ({ specs, pages: batch }));
  await workshop.read(tasks, (task, results) => {
    progress.advance(task.pages.length);
    for (const reading of results) {
      readings.set(reading.file, reading);
      if (reading.momentary !== true) cache.set(keys.get(reading.file) ?? '', JSON.stringify(reading));
    }
  });
  return pages.flatMap(({ file }) => readings.get(file) ?? []);
}

/** Bytes of pages per task: small enough to share out evenly, large enough that messages between threads do not matter. */
const readingBatch = 128 * 1024;

/** Reads page texts for code frames, on demand. */
export function sourceOf(specs: string): (file: string) => string | undefined {
  return (file) => readPageSource(join(specs, file));
}

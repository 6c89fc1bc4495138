import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api } from '../model/api.js';
import { assemblePages, unpackApi } from './assemble-pages.js';
import { hashGenerator } from './generator-hash.js';
import { openCache } from './page-cache.js';
import { listPages, sourceOf } from './page-tree.js';
import { silent, type Progress } from './progress.js';
import { readOverlays } from './read-overlays.js';
import { readPages } from './read-pages.js';
import type { Settings } from './settings.js';
import { openWorkshop } from './workshop.js';

/** All pages of a specs folder, understood. */
export interface LoadedApi {
  /** Pages with a fatal fault are not in it. */
  readonly api: Api;
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a page as its diagnostics count lines and columns. */
  source(file: string): string | undefined;
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
    const { pages, diagnostics } = await assemblePages({ readings, overlays: readOverlays(settings), kept: [] });
    return { api: unpackApi(pages), diagnostics, source: sourceOf(settings.specs) };
  } finally {
    await workshop.close();
  }
}

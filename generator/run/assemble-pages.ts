import { sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api, ApiPage } from '../model/api.js';
import { joinPages, settlePage, staysAsRead } from '../model/assemble-api.js';
import { packPage, unpackPage, type PackedPage } from './packed-page.js';
import type { PackedReading } from './packed-reading.js';
import type { OverlayFile } from './read-overlays.js';

/** What an API is put together from. */
export interface ApiParts {
  readonly readings: readonly PackedReading[];
  /** Applied to the pages that were read. */
  readonly overlays: readonly OverlayFile[];
  /** Pages as an earlier run put them together, overlays included. */
  readonly kept: readonly ApiPage[];
}

export interface AssembledPages {
  /** Sorted by file. Only what became another page beside the others was unpacked. */
  readonly pages: readonly PackedPage[];
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts the pages of a run together. */
export async function assemblePages({ readings, overlays, kept }: ApiParts): Promise<AssembledPages> {
  const read = readings.flatMap(({ page }) => page ?? []);
  const overlaid = await overlay(read, overlays, kept.length > 0);
  const pageOf = new Map([...overlaid.pages, ...kept.map((page) => packPage(page))].map((page) => [page.facts, page]));
  const { pages, shapes, diagnostics } = joinPages([...pageOf.keys()]);
  return {
    pages: pages.flatMap((join) => {
      const page = pageOf.get(join.read);
      if (page === undefined || staysAsRead(join)) return page ?? [];
      return packPage(settlePage(unpackPage(page.packed), join, shapes));
    }),
    diagnostics: sortDiagnostics([...readings.flatMap((reading) => reading.diagnostics), ...overlaid.diagnostics, ...diagnostics]),
  };
}

/** The whole model, for those who look at all of it. */
export function unpackApi(pages: readonly PackedPage[]): Api {
  return { version: 1, pages: pages.map(({ packed }) => unpackPage(packed)) };
}

async function overlay(pages: readonly PackedPage[], overlays: readonly OverlayFile[], isPartial: boolean): Promise<AssembledPages> {
  if (overlays.length === 0) {
    return { pages, diagnostics: [] };
  }
  const { correctPages } = await import('../model/apply-overlays.js');
  const { parseOverlays } = await import('../model/parse-overlays.js');
  const parsed = overlays.map(({ file, text }) => parseOverlays(text, file));
  const byFile = new Map(pages.map((page) => [page.facts.file, page]));
  const { corrected, diagnostics } = correctPages(
    pages.map(({ facts }) => facts),
    parsed.flatMap(({ entries }) => entries),
    (file) => {
      const page = byFile.get(file);
      return page && unpackPage(page.packed);
    },
  );
  // Entries may name pages that were not read this time; that they name nothing is said by runs that read all pages.
  const said = isPartial ? [] : diagnostics;
  return {
    pages: pages.map((page) => {
      const other = corrected.get(page.facts.file);
      return other === undefined ? page : packPage(other);
    }),
    diagnostics: [...parsed.flatMap((overlaid) => overlaid.diagnostics), ...said],
  };
}

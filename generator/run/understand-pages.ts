import { sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ApiPage } from '../model/api.js';
import { assemblePages, type AssembledPages } from './assemble-pages.js';
import type { Inputs } from './inputs.js';
import type { PackedPage } from './packed-page.js';
import type { PackedReading } from './packed-reading.js';
import type { PageFile } from './page-tree.js';
import { readPages, type ReadingTools } from './read-pages.js';
import { readModel, readReport, type SdkState } from './sdk-files.js';
import type { Settings } from './settings.js';
import { selectPages, type Selection } from './select-pages.js';

export interface UnderstandingTools extends ReadingTools {
  readonly sdk: SdkState;
  /** The output folder. */
  readonly output: string;
}

/** The pages of a run, and which revision of each they come from. */
export interface Understanding extends AssembledPages {
  /** By page; pages that have never been understood are not in it. */
  readonly hashes: ReadonlyMap<string, string>;
  /** A page was not any more what it was when it was listed. */
  readonly momentary: boolean;
}

/**
 * Reads the selected pages. Pages that are not selected, and pages with fatal faults, stay as the last run understood them, if it did.
 *
 * @throws SettingsError if there are globs and they name no page
 */
export async function understandPages(
  settings: Settings,
  selection: Selection,
  { pages, overlays }: Pick<Inputs, 'pages' | 'overlays'>,
  { sdk, output, ...tools }: UnderstandingTools,
): Promise<Understanding> {
  const files = pages.map(({ file }) => file);
  const isSelected = selectPages(settings.specs, selection, files);
  const hasGlobs = selection.globs !== undefined && selection.globs.length > 0;
  const selected = pages.filter(({ file }) => isSelected(file));
  const readings = await readPages(settings.specs, selected, tools);
  const read = new Map(readings.map((reading) => [reading.file, reading]));
  const isKept = (file: string): boolean => (isSelected(file) ? isUnread(read.get(file)) : sdk.manifest?.pages.has(file) === true);
  const isPartial = hasGlobs || readings.some(isUnread);
  const kept = isPartial ? (readModel(output)?.pages ?? []).filter(({ file }) => isKept(file)) : [];

  const { pages: understood, diagnostics } = await assemblePages({ readings, overlays, kept });
  return {
    pages: understood,
    diagnostics: hasGlobs ? withEarlier(diagnostics, output, { isSelected, files }) : diagnostics,
    hashes: hashesOf(understood, pages, kept, sdk),
    momentary: readings.some((reading) => reading.momentary === true),
  };
}

/** A page that is there but could not be understood. A page that is gone is neither. */
function isUnread(reading: PackedReading | undefined): boolean {
  return reading !== undefined && reading.page === undefined;
}

function hashesOf(
  understood: readonly PackedPage[],
  pages: readonly PageFile[],
  kept: readonly ApiPage[],
  sdk: SdkState,
): Map<string, string> {
  const current = new Map(pages.map(({ file, state }) => [file, state.kind === 'readable' ? state.hash : undefined]));
  const keptFiles = new Set(kept.map(({ file }) => file));
  return new Map(
    understood.flatMap(({ facts: { file } }) => {
      const hash = keptFiles.has(file) ? sdk.manifest?.pages.get(file)?.hash : current.get(file);
      return hash === undefined ? [] : [[file, hash] as const];
    }),
  );
}

/** What was said of pages that this run does not read is still true; nothing is fatal about a page that is gone. */
function withEarlier(
  diagnostics: readonly Diagnostic[],
  output: string,
  { isSelected, files }: { readonly isSelected: (file: string) => boolean; readonly files: readonly string[] },
): Diagnostic[] {
  const earlier = (readReport(output)?.diagnostics ?? []).filter(
    ({ file, severity }) => !isSelected(file) && (severity !== 'fatal' || files.includes(file)),
  );
  const said = new Set(diagnostics.map((diagnostic) => JSON.stringify(diagnostic)));
  return sortDiagnostics([...diagnostics, ...earlier.filter((diagnostic) => !said.has(JSON.stringify(diagnostic)))]);
}

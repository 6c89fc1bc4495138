import type { IndexedPage } from '../emit/indexed-page.js';
import type { SourceFile } from '../emit/source-file.js';
import type { OutputFile } from '../output/output-file.js';
import type { PageFiles } from './emit-page-files.js';
import type { PackedReading } from './packed-reading.js';
import type { ListedPage } from './read-page-files.js';

// Worker threads load this module, and so does the main thread when it works alone. The rooms behind it are imported with the first
// task that needs them, so that a run with nothing to do never pays for them (design.md §2.6).

export interface ReadTask {
  readonly specs: string;
  readonly pages: readonly ListedPage[];
}

export interface UnderstandTask {
  /** Pages that are no files on disk. `text` is absent where a page is not UTF-8. */
  readonly pages: readonly { readonly file: string; readonly text?: string }[];
}

export interface EmitTask {
  /** As `packPage` packs them. */
  readonly pages: readonly Uint8Array[];
  /** Of docwright, for the headers. */
  readonly version: string;
}

/** Loads what making files takes. */
export async function prepare(): Promise<void> {
  await import('./emit-page-files.js');
}

/** One reading per page. */
export async function read({ specs, pages }: ReadTask): Promise<PackedReading[]> {
  const { readPageFiles } = await import('./read-page-files.js');
  return readPageFiles(specs, pages);
}

/** One reading per page. */
export async function understand({ pages }: UnderstandTask): Promise<PackedReading[]> {
  const { packReading, readPageText } = await import('./read-page-files.js');
  return pages.map(({ file, text }) => packReading(readPageText(file, text)));
}

/** One result per page. */
export async function emit({ pages, version }: EmitTask): Promise<PageFiles[]> {
  const { emitPageFiles } = await import('./emit-page-files.js');
  return emitPageFiles(pages, version);
}

export interface IndexTask {
  readonly pages: readonly IndexedPage[];
  readonly version: string;
}

/** The files of all pages together. */
export async function index({ pages, version }: IndexTask): Promise<OutputFile[]> {
  const { emitIndexes } = await import('../emit/index.js');
  return finish({ files: emitIndexes(pages), version });
}

export interface FinishTask {
  readonly files: readonly SourceFile[];
  readonly version: string;
}

/** Files that belong to no single page, formatted, in the order of the task. */
export async function finish({ files, version }: FinishTask): Promise<OutputFile[]> {
  const { finishFile } = await import('../output/output-file.js');
  const finished: OutputFile[] = [];
  for (const file of files) {
    finished.push(await finishFile(file, { version }));
  }
  return finished;
}

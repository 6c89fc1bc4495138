import type { PageFiles } from './emit-page-files.js';
import type { PageReading } from './read-page-files.js';

// Worker threads load this module, and so does the main thread when it works alone. The rooms behind it are imported with the first
// task that needs them, so that a run with nothing to do never pays for them (design.md §2.6).

export interface ReadTask {
  readonly specs: string;
  /** Relative to `specs`. */
  readonly files: readonly string[];
}

export interface EmitTask {
  /** `ApiPage`s as JSON. */
  readonly pages: readonly string[];
  /** Of docwright, for the headers. */
  readonly version: string;
}

/** One reading per page. */
export async function read({ specs, files }: ReadTask): Promise<PageReading[]> {
  const { readPageFiles } = await import('./read-page-files.js');
  return readPageFiles(specs, files);
}

/** One result per page. */
export async function emit({ pages, version }: EmitTask): Promise<PageFiles[]> {
  const { emitPageFiles } = await import('./emit-page-files.js');
  return emitPageFiles(pages, version);
}

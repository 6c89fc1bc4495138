import { emitPage } from '../emit/index.js';
import type { ApiPage } from '../model/api.js';
import { finishFile, type OutputFile } from '../output/output-file.js';

/** The files made of one page. Plain data that travels between threads and through the cache. */
export interface PageFiles {
  /** The page. */
  readonly file: string;
  readonly files: readonly OutputFile[];
}

/**
 * Emits and formats the files of pages.
 *
 * @param pages `ApiPage`s as JSON
 * @param version of docwright, for the headers
 */
export async function emitPageFiles(pages: readonly string[], version: string): Promise<PageFiles[]> {
  const results: PageFiles[] = [];
  for (const json of pages) {
    // Printed by `makeFiles`.
    const page = JSON.parse(json) as ApiPage;
    const files: OutputFile[] = [];
    for (const file of emitPage(page)) {
      files.push(await finishFile(file, { version, page: page.file }));
    }
    results.push({ file: page.file, files });
  }
  return results;
}

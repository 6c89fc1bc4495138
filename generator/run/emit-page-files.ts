import { emitPage } from '../emit/index.js';
import { finishFile, type OutputFile } from '../output/output-file.js';
import { unpackPage } from './packed-page.js';

/** The files made of one page. Plain data that travels between threads and through the cache. */
export interface PageFiles {
  /** The page. */
  readonly file: string;
  readonly files: readonly OutputFile[];
}

/**
 * Emits and formats the files of pages.
 *
 * @param pages as `packPage` packs them
 * @param version of docwright, for the headers
 */
export async function emitPageFiles(pages: readonly Uint8Array[], version: string): Promise<PageFiles[]> {
  const results: PageFiles[] = [];
  for (const packed of pages) {
    const page = unpackPage(packed);
    const files: OutputFile[] = [];
    for (const file of emitPage(page)) {
      files.push(await finishFile(file, { version, page: page.file }));
    }
    results.push({ file: page.file, files });
  }
  return results;
}

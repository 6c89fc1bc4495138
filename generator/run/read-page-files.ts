import { join } from 'node:path';
import { createCollector } from '../diagnostics/collector.js';
import { lintPage } from '../lint/lint-page.js';
import { showFixes } from '../lint/show-fixes.js';
import type { ApiPage } from '../model/api.js';
import { buildPage } from '../model/build-page.js';
import { readPage } from '../page/index.js';
import { packPage } from './packed-page.js';
import type { PackedReading } from './packed-reading.js';
import { decodePage, readAsListed } from './page-tree.js';
import { changedPage } from './unreadable-page.js';

/** What one page says. */
export interface PageReading extends Omit<PackedReading, 'page'> {
  /** Absent if something fatal was found. */
  readonly page?: ApiPage;
}

/** A page and the hash of its text when it was listed. */
export interface ListedPage {
  readonly file: string;
  readonly hash: string;
}

/** Reads pages from disk and builds their models. A page that is another by now is unreadable, so that nothing is kept under a wrong hash. */
export function readPageFiles(specs: string, pages: readonly ListedPage[]): PackedReading[] {
  return pages.map(({ file, hash }) => {
    const content = readAsListed(join(specs, file), hash);
    return content === undefined ? changedPage(file) : packReading(readPageText(file, decodePage(content)));
  });
}

export function packReading({ page, ...reading }: PageReading): PackedReading {
  return page === undefined ? reading : { ...reading, page: packPage(page) };
}

/**
 * Reads a page, builds its model and says what is wrong in it.
 *
 * @param text undefined if the page is not UTF-8
 */
export function readPageText(file: string, text: string | undefined): PageReading {
  const collector = createCollector(file);
  if (text === undefined) {
    collector.report('doc-unreadable', { line: 1, column: 1, endColumn: 1 }, 'the page is not UTF-8');
    return { file, diagnostics: collector.diagnostics };
  }
  const page = readPage(text, file, collector);
  const built = page && buildPage(page, collector);
  if (page && built && !collector.fatal) {
    lintPage(text, page, built, collector);
  }
  return {
    file,
    ...(built && !collector.fatal ? { page: built } : {}),
    diagnostics: showFixes(collector.diagnostics, text),
  };
}

import { join } from 'node:path';
import { createCollector } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { lintPage } from '../lint/lint-page.js';
import { showFixes } from '../lint/show-fixes.js';
import { buildPage } from '../model/build-page.js';
import { readPage } from '../page/index.js';
import { decodePage, readAsListed } from './page-tree.js';
import { changedPage } from './unreadable-page.js';

/** What one page says. Plain data that travels between threads and through the cache. */
export interface PageReading {
  readonly file: string;
  /** The `ApiPage` as JSON; absent if something fatal was found. */
  readonly page?: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The next look at the same page may say something else, so that it is not kept. */
  readonly momentary?: true;
}

/** A page and the hash of its text when it was listed. */
export interface ListedPage {
  readonly file: string;
  readonly hash: string;
}

/** Reads pages from disk and builds their models. A page that is another by now is unreadable, so that nothing is kept under a wrong hash. */
export function readPageFiles(specs: string, pages: readonly ListedPage[]): PageReading[] {
  return pages.map(({ file, hash }) => {
    const content = readAsListed(join(specs, file), hash);
    return content === undefined ? changedPage(file) : readPageText(file, decodePage(content));
  });
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
    ...(built && !collector.fatal ? { page: JSON.stringify(built) } : {}),
    diagnostics: showFixes(collector.diagnostics, text),
  };
}

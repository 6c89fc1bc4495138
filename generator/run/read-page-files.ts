import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCollector } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { lintPage } from '../lint/lint-page.js';
import { showFixes } from '../lint/show-fixes.js';
import { buildPage } from '../model/build-page.js';
import { readPage } from '../page/index.js';
import { decodePage } from './page-tree.js';

/** What one page says. Plain data that travels between threads and through the cache. */
export interface PageReading {
  readonly file: string;
  /** The `ApiPage` as JSON; absent if something fatal was found. */
  readonly page?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads pages from disk and builds their models. */
export function readPageFiles(specs: string, files: readonly string[]): PageReading[] {
  return files.map((file) => readPageText(file, decodePage(readFileSync(join(specs, file)))));
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

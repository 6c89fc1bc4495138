import type { Collector } from '../diagnostics/collector.js';
import type { ApiPage } from '../model/api.js';
import type { Page } from '../page/page.js';
import { pageRules } from './page-rules.js';

/**
 * Everything that a page alone can tell of its faults, beyond what reading it has found. Overlays have no say: the page stays as wrong
 * as it is.
 *
 * @param text of the page, lines divided by LF
 * @param model what `buildPage` made of `page`
 */
export function lintPage(text: string, page: Page, model: ApiPage, collector: Collector): void {
  const subject = { file: page.file, lines: text.split('\n'), page, model, report: collector.report };
  for (const rule of pageRules) rule(subject);
}

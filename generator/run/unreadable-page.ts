import { createCollector } from '../diagnostics/collector.js';
import type { PackedReading } from './packed-reading.js';

/** Of a page that nobody could read. */
export function unreadablePage(file: string, reason: string): PackedReading {
  const collector = createCollector(file);
  collector.report('doc-unreadable', { line: 1, column: 1, endColumn: 1 }, `the page cannot be read: ${reason}`);
  return { file, diagnostics: collector.diagnostics };
}

/** Of a page that is not any more what it was when the run began, as happens during a checkout. True for this moment only. */
export function changedPage(file: string): PackedReading {
  return { ...unreadablePage(file, 'it changed while pages were being read; run again'), momentary: true };
}

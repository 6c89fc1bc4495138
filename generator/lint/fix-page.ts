import { createCollector } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { buildPage } from '../model/build-page.js';
import { readPage } from '../page/index.js';
import { applyChanges } from './edit.js';
import { fixOf } from './fixes.js';
import { lintPage } from './lint-page.js';

/** A page with its certain faults mended. */
export interface FixedPage {
  readonly text: string;
  /** How many faults are gone. */
  readonly fixed: number;
}

/**
 * Mends what is certain, round by round, until nothing is left that could be mended; whatever else stands in the page keeps its bytes.
 * A page that is fine comes back as it is, and so does a page that cannot be understood.
 *
 * @param text of the page, with or without a byte order mark, lines divided by LF or CRLF
 * @param isFixable whether a diagnostic may be acted upon; suppressed ones may not
 */
export function fixPage(text: string, file: string, isFixable: (diagnostic: Diagnostic) => boolean = () => true): FixedPage {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  let lines = cutLines(text.slice(mark.length));
  let fixed = 0;
  for (let round = 0; round < maximalRounds; round += 1) {
    const bare = lines.map((line) => line.slice(0, line.length - endOf(line).length));
    const mended = diagnose(lines.join('').replaceAll(/\r\n?/g, '\n'), file)
      .filter(isFixable)
      .flatMap((diagnostic) => {
        const change = fixOf(diagnostic, bare);
        return change ? [change] : [];
      });
    if (mended.length === 0) break;
    // A line keeps its end, and so do lines that a fix puts before it.
    const next = applyChanges(bare, mended).flatMap((line, index) => {
      const end = endOf(lines[index] ?? '');
      return cutLines(line.replaceAll('\n', end || '\n') + end);
    });
    if (next.join('') === lines.join('')) break;
    fixed += mended.length;
    lines = next;
  }
  return { text: mark + lines.join(''), fixed };
}

/** Lines with their ends: LF, CRLF, or a CR alone, as markdown has them. */
function cutLines(text: string): string[] {
  return text.split(/(?<=\n|\r(?!\n))/);
}

function endOf(line: string): string {
  return /\r?\n$|\r$/.exec(line)?.[0] ?? '';
}

/** Fixes of one line may stand in each other's way. Nobody writes so many faults into one line that this would not do. */
const maximalRounds = 32;

function diagnose(text: string, file: string): readonly Diagnostic[] {
  const collector = createCollector(file);
  const page = readPage(text, file, collector);
  const model = page && buildPage(page, collector);
  if (!page || !model || collector.fatal) return [];
  lintPage(text, page, model, collector);
  return collector.diagnostics;
}

import type { Place } from '../diagnostics/place.js';
import { suppressionWords } from '../page/tokens.js';

/** A comment in a page that silences diagnostics: on the next line that is not blank, or down to the comment that ends it. */
export interface InlineSuppression {
  readonly codes: readonly string[];
  /** What stands behind ` -- `; empty where nothing does. */
  readonly reason: string;
  readonly place: Place;
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * Finds `<!-- docwright-disable-next-line CODE -- reason -->` and `<!-- docwright-disable CODE -- reason -->`, which lasts until
 * `<!-- docwright-enable CODE -->` or the end of the page. Several codes are divided by commas. A comment stands on a line of its
 * own; as that would end a table, rows are silenced by a pair of comments around their table.
 */
export function readInlineSuppressions(text: string): InlineSuppression[] {
  if (!text.includes(suppressionWords.start)) return [];
  const found: InlineSuppression[] = [];
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const comment = readComment(line.trimEnd());
    if (!comment) return;
    const { kind, codes, reason } = comment;
    const number = index + 1;
    if (kind === 'enable') {
      found.forEach((open, at) => {
        if (open.lastLine === lines.length && open.codes.some((code) => codes.includes(code))) found[at] = { ...open, lastLine: number };
      });
      return;
    }
    const place = { line: number, column: 1, endColumn: line.length + 1 };
    const next = lines.findIndex((other, at) => at > index && other.trim() !== '') + 1;
    const last = kind === 'disable' ? lines.length : next;
    found.push({ codes, reason, place, firstLine: number + 1, lastLine: last });
  });
  return found;
}

type Comment = Pick<InlineSuppression, 'codes' | 'reason'> & { readonly kind: (typeof suppressionWords.kinds)[number] };

function readComment(line: string): Comment | undefined {
  const { start, end, kinds, reason: mark } = suppressionWords;
  if (!line.startsWith(start) || !line.endsWith(end)) return undefined;
  const text = line.slice(start.length, -end.length);
  const divider = text.indexOf(mark);
  const [word = '', ...codes] = (divider === -1 ? text : text.slice(0, divider)).split(/[\s,]+/).filter((part) => part !== '');
  const kind = kinds.find((candidate) => candidate === word);
  return kind && { kind, codes, reason: divider === -1 ? '' : text.slice(divider + mark.length).trim() };
}

import type { Code } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/place.js';
import { encodedAttribute, encodedByAttribute, enumKeyword, oneOfKeyword, requiredAttribute, simplifiedRadicals } from '../page/tokens.js';
import type { Change } from './edit.js';
import { oddBlanks } from './odd-blanks.js';

/** What is certain to be meant where a diagnostic points; undefined where it is not certain after all. */
export type Fix = (line: string, place: Place) => Change | undefined;

/** Faults that have one remedy only. */
export const fixes: ReadonlyMap<Code, Fix> = new Map<Code, Fix>([
  ['doc-attribute-spelling', replaceIn(new RegExp(`^${encodedByAttribute}=(["']?)`), `${encodedAttribute}=$1by-`)],
  ['doc-attribute-misplaced', moveRequired],
  ['doc-attribute-spacing', tidyGroup],
  ['doc-name-blank', replaceIn(/[\s\u00ad\u200b-\u200d\u2060]+/g, '')],
  ['doc-blank-odd', tidyBlanks],
  ['doc-text-break', replaceIn(/^<br ?\/?>/, '')],
  ['doc-text-radical', normaliseRadicals],
  ['doc-enum-single-of-many', exchangeKeyword(oneOfKeyword, enumKeyword)],
  ['doc-enum-many-of-single', exchangeKeyword(enumKeyword, oneOfKeyword)],
  ['doc-enum-spacing', tidyList],
  ['doc-table-attributes-glued', (_line, place) => [{ place: { ...place, column: 1, endColumn: 1 }, text: '\n' }]],
]);

function replaceIn(pattern: RegExp, by: string): Fix {
  return (line, place) => {
    const written = sliceOf(line, place);
    const text = written.replace(pattern, by);
    return text === written ? undefined : [{ place, text }];
  };
}

/** `data-required` goes from the type cell to the front of the name cell's attributes, where it is not yet there. */
function moveRequired(line: string, place: Place): Change | undefined {
  if (sliceOf(line, place) !== requiredAttribute) return undefined;
  const name = /^\|[^|]*/.exec(line)?.[0] ?? '';
  const rest = line.slice(name.length);
  const type = /^\|[^|]*/.exec(rest)?.[0] ?? '';
  const start = name.length;
  if (place.column <= start || place.column > start + type.length) return undefined;
  const at = place.column - 1;
  const before = line.slice(0, at);
  const after = line.slice(place.endColumn - 1);
  const whole = before.endsWith('{') && after.startsWith('}');
  const from = whole ? before.replace(/ *\{$/, '').length : before.endsWith(' ') ? at - 1 : at;
  const to = whole ? place.endColumn : before.endsWith(' ') || !after.startsWith(' ') ? place.endColumn - 1 : place.endColumn;
  const removal = { place: { line: place.line, column: from + 1, endColumn: to + 1 }, text: '' };
  if (name.includes(requiredAttribute)) return [removal];
  const group = name.indexOf('{');
  const insertAt = group === -1 ? name.trimEnd().length : group + 1;
  const text = group === -1 ? ` {${requiredAttribute}}` : name.startsWith('}', insertAt) ? requiredAttribute : `${requiredAttribute} `;
  return [{ place: { line: place.line, column: insertAt + 1, endColumn: insertAt + 1 }, text }, removal];
}

function tidyGroup(line: string, place: Place): Change {
  const isGlued = /[^\s|]$/.test(line.slice(0, place.column - 1));
  const group = sliceOf(line, place)
    .replace(/^\{\s+/, '{')
    .replace(/\s+\}$/, '}');
  return [{ place, text: isGlued ? ` ${group}` : group }];
}

/** Values are left as they are: what stands in backticks may be meant. */
function tidyBlanks(line: string, { line: number }: Place): Change | undefined {
  const edits = outsideOfCode(line).flatMap(({ index, text }) =>
    [...text.matchAll(new RegExp(oddBlanks, 'g'))].map(({ index: at, 0: found }) => ({
      place: { line: number, column: index + at + 1, endColumn: index + at + found.length + 1 },
      text: /^[\u00ad\u200b-\u200d\u2060\ufeff]+$/.test(found) ? '' : ' ',
    })),
  );
  return edits.length === 0 ? undefined : edits;
}

/** Only radicals change: other characters may have their width for a reason. */
function normaliseRadicals(line: string, { line: number }: Place): Change | undefined {
  const edits = outsideOfCode(line).flatMap(({ index, text }) =>
    [...text.matchAll(/[\u2e80-\u2fdf]+/g)].flatMap(({ index: at, 0: found }) => {
      const ideographs = simplifiedRadicals.reduce((text, [radical, meant]) => text.replaceAll(radical, meant), found).normalize('NFKC');
      const place = { line: number, column: index + at + 1, endColumn: index + at + found.length + 1 };
      return ideographs === found ? [] : [{ place, text: ideographs }];
    }),
  );
  return edits.length === 0 ? undefined : edits;
}

function exchangeKeyword(written: string, meant: string): Fix {
  return (line, place) => {
    const behind = line.slice(place.endColumn - 1);
    const start = place.endColumn + (behind.length - behind.trimStart().length);
    if (!behind.trimStart().startsWith(written)) return undefined;
    return [{ place: { line: place.line, column: start, endColumn: start + written.length }, text: meant }];
  };
}

function tidyList(line: string, place: Place): Change {
  const list = sliceOf(line, place).replace(/`[ ]*\\\|[ ]*`/g, '` \\| `');
  const isGlued = line.startsWith(enumKeyword, place.endColumn - 1);
  return [{ place, text: isGlued ? `${list} ` : list }];
}

function outsideOfCode(line: string): { readonly index: number; readonly text: string }[] {
  return [...line.matchAll(/`[^`]*`|[^`]+/g)].filter(([text]) => !text.startsWith('`')).map(({ index, 0: text }) => ({ index, text }));
}

function sliceOf(line: string, { column, endColumn }: Place): string {
  return line.slice(column - 1, endColumn - 1);
}

import type { Code } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Place } from '../diagnostics/place.js';
import {
  encodedAttribute,
  encodedByAttribute,
  enumKeyword,
  indentAttribute,
  oneOfKeyword,
  requiredAttribute,
  simplifiedRadicals,
} from '../page/tokens.js';
import type { Change, Edit } from './edit.js';
import { oddBlanks } from './odd-blanks.js';
import { oddDividers } from './odd-dividers.js';

/** What is certain to be meant where a diagnostic points: at a place of `line`, one of `lines`. Undefined where it is not certain after all. */
export type Fix = (line: string, place: Place, lines: readonly string[]) => Change | undefined;

/** Faults that have one remedy only. */
export const fixes: ReadonlyMap<Code, Fix> = new Map<Code, Fix>([
  ['doc-attribute-spelling', replaceIn(new RegExp(`^${encodedByAttribute}=(["']?)`), `${encodedAttribute}=$1by-`)],
  ['doc-attribute-misplaced', mendMisplaced],
  ['doc-attribute-spacing', tidyGroup],
  ['doc-cell-spacing', tidyDividers],
  ['doc-name-blank', replaceIn(/[\s\u00ad\u200b-\u200d\u2060]+/g, '')],
  ['doc-blank-odd', tidyBlanks],
  ['doc-text-break', replaceIn(/^<br ?\/?>/, '')],
  ['doc-text-radical', normaliseRadicals],
  ['doc-enum-single-of-many', exchangeKeyword(oneOfKeyword, enumKeyword)],
  ['doc-enum-many-of-single', exchangeKeyword(enumKeyword, oneOfKeyword)],
  ['doc-enum-spacing', tidyList],
  ['doc-type-spelling', replaceIn(/^float/, 'number')],
  ['doc-table-attributes-glued', (_line, place) => [{ place: { ...place, column: 1, endColumn: 1 }, text: '\n' }]],
]);

/**
 * The remedy of a diagnostic.
 *
 * @param lines of its page, without their ends
 * @returns undefined where it has none, or none that is certain
 */
export function fixOf({ code, place }: Pick<Diagnostic, 'code' | 'place'>, lines: readonly string[]): Change | undefined {
  return fixes.get(code)?.(lines[place.line - 1] ?? '', place, lines);
}

function replaceIn(pattern: RegExp, by: string): Fix {
  return (line, place) => {
    const written = sliceOf(line, place);
    const text = written.replace(pattern, by);
    return text === written ? undefined : [{ place, text }];
  };
}

function mendMisplaced(line: string, place: Place, lines: readonly string[]): Change | undefined {
  return sliceOf(line, place).startsWith('data-') ? moveAttribute(line, place) : indentDotted(line, place, lines);
}

const nameAttributes = [requiredAttribute, indentAttribute];

/** An attribute goes from the type cell to the name cell, or the other way, and stays where it has a twin with another value. */
function moveAttribute(line: string, place: Place): Change | undefined {
  const [name = '', type = '', description = ''] = /^(\|[^|]*)(\|[^|]*)(\|.*)?/.exec(line)?.slice(1) ?? [];
  const cells = [
    { start: 0, text: name },
    { start: name.length, text: type },
    { start: name.length + type.length, text: description },
  ];
  const written = sliceOf(line, place);
  const key = written.replace(/=.*$/, '');
  const target = cells[nameAttributes.includes(key) ? 0 : 1];
  const source = cells.find(({ start, text }) => place.column > start && place.endColumn <= start + text.length + 1);
  if (!target || !source || source === target || target.text.endsWith('\\')) return undefined;
  const removal = removalOf(line, place);
  if (!target.text.includes(key)) return [insertionOf(written, target, place.line), removal];
  return key === requiredAttribute ? [removal] : undefined;
}

/** An attribute with the blank beside it, or with its whole group where it stands alone. */
function removalOf(line: string, { line: number, column, endColumn }: Place): Edit {
  const before = line.slice(0, column - 1);
  const after = line.slice(endColumn - 1);
  const isAlone = before.endsWith('{') && after.startsWith('}');
  const from = isAlone ? before.replace(/ *\{$/, '').length : before.endsWith(' ') ? column - 2 : column - 1;
  const to = isAlone ? endColumn : before.endsWith(' ') || !after.startsWith(' ') ? endColumn - 1 : endColumn;
  return { place: { line: number, column: from + 1, endColumn: to + 1 }, text: '' };
}

/** `data-required` comes first (dialect.md §8), everything else last. */
function insertionOf(attribute: string, { start, text }: { readonly start: number; readonly text: string }, line: number): Edit {
  const open = text.indexOf('{');
  const isFirst = open !== -1 && attribute === requiredAttribute;
  const at = start + (open === -1 ? text.trimEnd().length : isFirst ? open + 1 : text.lastIndexOf('}'));
  const isEmpty = open !== -1 && /^\{\s*\}/.test(text.slice(open));
  const written = open === -1 ? ` {${attribute}}` : isEmpty ? attribute : isFirst ? `${attribute} ` : ` ${attribute}`;
  return { place: { line, column: at + 1, endColumn: at + 1 }, text: written };
}

/** `a.b` becomes `b`, one level deeper than the row `a` above it. */
function indentDotted(line: string, place: Place, lines: readonly string[]): Change | undefined {
  const [parent, own, ...more] = sliceOf(line, place).split('.');
  const above = lines.slice(0, place.line - 1).findLast((row) => row.startsWith(`| ${parent ?? ''} `));
  if (own === undefined || more.length > 0 || above === undefined) return undefined;
  const rename = { place, text: own };
  const depth = Number(new RegExp(`^[^|]*\\|[^|]*${indentAttribute}=(\\d+)`).exec(above)?.[1] ?? '0') + 1;
  const name = /^\|[^|]*/.exec(line)?.[0] ?? '';
  if (name.includes(indentAttribute)) return undefined;
  return [rename, insertionOf(`${indentAttribute}=${String(depth)}`, { start: 0, text: name }, place.line)];
}

function tidyGroup(line: string, place: Place): Change {
  const isOff = /[^\s|]$/.test(line.slice(0, place.column - 1));
  // The group begins and ends in a brace.
  const group = `{${sliceOf(line, place).trim().slice(1, -1).trim()}}`;
  return [{ place, text: isOff ? ` ${group}` : group }];
}

function tidyDividers(line: string, { line: number }: Place): Change {
  return oddDividers(line).map(({ index, written }) => ({
    place: { line: number, column: index + 1, endColumn: index + written.length + 1 },
    text: index === 0 ? '| ' : ' | ',
  }));
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
    // Where other code spans stand before it, the list may have lost a pipe.
    if (meant === enumKeyword && cellBefore(line, place).includes('`')) return undefined;
    return [{ place: { line: place.line, column: start, endColumn: start + written.length }, text: meant }];
  };
}

/** What stands in the same cell before a place. */
function cellBefore(line: string, { column }: Place): string {
  const before = line.slice(0, column - 1);
  return /(?:\\.|[^\\|])*$/.exec(before)?.[0] ?? before;
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

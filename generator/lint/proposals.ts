import type { Code } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/place.js';
import {
  encodedAttribute,
  encryptedAttribute,
  encryptions,
  indentAttribute,
  signatures,
  signedAttribute,
  tooltipMarks,
} from '../page/tokens.js';
import type { Change } from './edit.js';
import type { Fix } from './fixes.js';

/** Remedies that are likely enough to be shown, and not certain enough to be made. */
export const proposals: ReadonlyMap<Code, Fix> = new Map<Code, Fix>([
  ['doc-row-cells', escapePipes],
  ['doc-group-unknown', indentBelowGroup],
  ['doc-tooltip-disagrees', addMark],
]);

/** Between code spans a pipe divides values, not cells. */
function escapePipes(line: string, { line: number }: Place): Change | undefined {
  const edits = [...line.matchAll(/(?<=`)( *)\|( *)(?=`)/g)].map(({ index, 0: written }) => ({
    place: { line: number, column: index + 1, endColumn: index + written.length + 1 },
    text: ' \\| ',
  }));
  return edits.length === 0 ? undefined : edits;
}

/** The row is most likely one of the group above, where that is flat. */
function indentBelowGroup(line: string, place: Place, lines: readonly string[]): Change | undefined {
  const above = lines[place.line - 2] ?? '';
  const depth = new RegExp(`^\\|[^|]*${indentAttribute}=(\\d+)`).exec(above)?.[1] ?? '0';
  const isBelowHeader = /^\|[ -]/.test(above) && above.replaceAll(/[| -]/g, '') === '';
  if (Number(depth) > 1 || isBelowHeader) return undefined;
  const name = /^\|[^|]*/.exec(line)?.[0] ?? '';
  if (name.includes('data-i')) return undefined;
  const close = name.lastIndexOf('}');
  const column = (close === -1 ? name.trimEnd().length : close) + 1;
  const attribute = `${indentAttribute}=1`;
  return [{ place: { line: place.line, column, endColumn: column }, text: close === -1 ? ` {${attribute}}` : ` ${attribute}` }];
}

function addMark(line: string, { line: number, column, endColumn }: Place): Change | undefined {
  const tooltip = line.slice(column - 1, endColumn - 1);
  const mark = tooltipMarks.find(([words]) => tooltip.includes(words))?.[1];
  if (mark === undefined) return undefined;
  const key = includes(encryptions, mark) ? encryptedAttribute : includes(signatures, mark) ? signedAttribute : encodedAttribute;
  return [{ place: { line: number, column: endColumn, endColumn }, text: ` ${key}=${mark}` }];
}

function includes(known: readonly string[], text: string): boolean {
  return known.includes(text);
}

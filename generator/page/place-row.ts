import { isName } from './name-cell.js';
import type { Reading } from './reading.js';
import type { FieldRow, Level } from './row-tree.js';
import { maximalDepth } from './tokens.js';

/** Where a row belongs; a deeper row than the deepest allowed is taken as one of that depth. */
export interface PlacedRow {
  readonly name: string;
  /** Index in the stack of the level that takes it. */
  readonly depth: number;
  /** `data-indent` as written; more than `depth` where the row jumps. */
  readonly indent: number;
}

/**
 * Finds name and depth of a row, with the repairs of design.md §2.3: a dotted name `a.b` below an open row `a` is its child `b`.
 *
 * @returns undefined where the name is beyond repair; then a fatal diagnostic was reported
 */
export function placeRow(flat: FieldRow, stack: readonly Level[], reading: Reading): PlacedRow | undefined {
  const above = stack.at(-1)?.indent ?? 0;
  const { name, valid, place, indent = Math.max(0, above) } = flat.name;
  if (!valid) return placeDottedRow(flat, stack, reading);
  const deepest = stack.length - 1;
  if (indent > maximalDepth) {
    if (above <= maximalDepth) reading.report('doc-indent-deep', place, `row \`${name}\` is ${String(indent)} levels deep`);
  } else if (indent > deepest && above < deepest) {
    const message = `row \`${name}\` at depth ${String(indent)} follows one at depth ${String(above)}`;
    reading.report('doc-indent-jump', place, above < 0 ? `first row \`${name}\` has depth ${String(indent)}` : message);
  }
  return { name, depth: Math.min(indent, deepest, maximalDepth), indent };
}

function placeDottedRow(flat: FieldRow, stack: readonly Level[], reading: Reading): PlacedRow | undefined {
  const { name, place } = flat.name;
  const [first = '', second = '', ...rest] = name.split('.');
  const depth = stack.findLastIndex(({ owner }) => owner?.row.name === first);
  const level = stack[depth];
  if (!level || rest.length > 0 || !isName(second)) {
    reading.report('doc-name-invalid', place, name === '' ? 'row has no name' : `\`${name}\` is no name`);
    return undefined;
  }
  const indent = level.indent + 1;
  reading.report('doc-attribute-misplaced', place, `dotted name \`${name}\` is not indented under \`${first}\``, {
    why: 'the field would stand on the wrong level',
    help: `| ${second} {${flat.required ? 'data-required ' : ''}data-indent=${String(indent)}} | …`,
  });
  return { name: second, depth, indent };
}

import type { Row } from './row.js';

/** A row of base and the row of head that is the same field by its names. */
export interface RowPair {
  readonly base: Row;
  readonly head: Row;
}

/** A shape of a field that one revision has and the other has not, and a pair of shapes that both have. */
export interface LoneShape {
  readonly shape: Row;
  readonly field: RowPair;
}

export interface PairedRows {
  readonly pairs: readonly RowPair[];
  /** Top-most rows that only base has. */
  readonly removed: readonly Row[];
  /** Top-most rows that only head has. */
  readonly added: readonly Row[];
  readonly removedShapes: readonly LoneShape[];
  readonly addedShapes: readonly LoneShape[];
}

/**
 * Pairs the rows of two tables by names alone: whatever its type, a row at the same path is the same row. The n-th of several
 * siblings of one name is paired with the n-th.
 */
export function pairRows(base: readonly Row[], head: readonly Row[]): PairedRows {
  const pairs: RowPair[] = [];
  const removed: Row[] = [];
  const added: Row[] = [];
  const removedShapes: LoneShape[] = [];
  const addedShapes: LoneShape[] = [];

  const pairSiblings = (baseRows: readonly Row[], headRows: readonly Row[]): void => {
    const waiting = groupByName(headRows);
    for (const row of baseRows) {
      const partner = waiting.get(row.field.name)?.shift();
      if (partner === undefined) removed.push(row);
      else pairShapes(row, partner);
    }
    for (const row of headRows) if (waiting.get(row.field.name)?.includes(row) === true) added.push(row);
  };

  const pairShapes = (base: Row, head: Row): void => {
    const { matched, loneBase, loneHead } = matchShapes(shapesOf(base), shapesOf(head));
    for (const pair of matched) {
      pairs.push(pair);
      pairSiblings(pair.base.children, pair.head.children);
    }
    for (const shape of loneBase) removedShapes.push({ shape, field: { base, head } });
    for (const shape of loneHead) addedShapes.push({ shape, field: { base, head } });
  };

  pairSiblings(base, head);
  return { pairs, removed, added, removedShapes, addedShapes };
}

function groupByName(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.field.name);
    if (group === undefined) groups.set(row.field.name, [row]);
    else group.push(row);
  }
  return groups;
}

function shapesOf(row: Row): readonly Row[] {
  return row.alternatives.length === 0 ? [row] : [row, ...row.alternatives];
}

interface MatchedShapes {
  readonly matched: readonly RowPair[];
  readonly loneBase: readonly Row[];
  readonly loneHead: readonly Row[];
}

/** Shapes of one field have no names of their own: the selecting value tells them, else what they have in common, else their order. */
function matchShapes(base: readonly Row[], head: readonly Row[]): MatchedShapes {
  const matched: RowPair[] = [];
  const loneBase = new Set(base);
  const loneHead = new Set(head);
  const settle = (pairs: Iterable<RowPair>): void => {
    for (const pair of pairs) {
      if (!loneBase.has(pair.base) || !loneHead.has(pair.head)) continue;
      matched.push(pair);
      loneBase.delete(pair.base);
      loneHead.delete(pair.head);
    }
  };
  settle(sameSelectors(base, head));
  settle(loneBase.size * loneHead.size > mostComparisons ? sameOrder([...loneBase], [...loneHead]) : overlaps(loneBase, loneHead));
  if (matched.length === 0) settle(sameOrder(base.slice(0, 1), head.slice(0, 1)));
  return { matched, loneBase: [...loneBase], loneHead: [...loneHead] };
}

/** A field with more shapes than this makes has none that a reader would recognise; comparing each with each would cost their square. */
const mostComparisons = 10_000;

function* sameSelectors(base: readonly Row[], head: readonly Row[]): Generator<RowPair> {
  const waiting = new Map<string, Row[]>();
  for (const row of [...head].reverse()) {
    const { when } = row.field;
    if (when === undefined) continue;
    const known = waiting.get(when);
    if (known === undefined) waiting.set(when, [row]);
    else known.push(row);
  }
  for (const row of base) {
    const partner = row.field.when === undefined ? undefined : waiting.get(row.field.when)?.pop();
    if (partner !== undefined) yield { base: row, head: partner };
  }
}

/** Those that have most in common first; of equals, in the order of the page. */
function overlaps(base: ReadonlySet<Row>, head: ReadonlySet<Row>): RowPair[] {
  return [...base]
    .flatMap((left) => Array.from(head, (right) => ({ base: left, head: right, share: overlap(left.children, right.children) })))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

function* sameOrder(base: readonly Row[], head: readonly Row[]): Generator<RowPair> {
  for (const [index, row] of base.entries()) {
    const partner = head[index];
    if (partner !== undefined) yield { base: row, head: partner };
  }
}

/** Share of the names that two lists of rows have in common, 0 to 1. */
export function overlap(left: readonly Row[], right: readonly Row[]): number {
  const names = new Set(left.map(({ field }) => field.name));
  const common = new Set(right.map(({ field }) => field.name).filter((name) => names.has(name))).size;
  const all = new Set([...names, ...right.map(({ field }) => field.name)]).size;
  return all === 0 ? 0 : common / all;
}

import type { Field } from '../../model/api.js';
import type { Draft } from '../draft.js';
import type { ChangeWord } from '../finding.js';
import type { RowPair } from '../pair-rows.js';
import type { RuleId } from '../registry.js';
import { areSimilarValues } from '../similar-names.js';
import { baseSpot, headSpot, tableSide, type TableComparison } from '../table-comparison.js';

/** Values that one row lists in base and in head; `undefined` where it lists none. */
export interface ValueChange {
  readonly base: readonly string[] | undefined;
  readonly head: readonly string[] | undefined;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Lists of values and constants (drift-rules.md §5), whatever form the page writes them in. */
export function* detectValueChanges(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    if (table.claims.hasAspect(pair, 'values')) continue;
    const change = compareValues(pair.base.field, pair.head.field);
    if (change !== undefined) yield* describeChange(table, pair, change);
  }
}

/** How the values of a row changed; `undefined` where they are the same, in whatever order. */
export function compareValues(base: Field, head: Field): ValueChange | undefined {
  const before = listedValues(base);
  const after = listedValues(head);
  if (before === undefined && after === undefined) return compareConstants(base, head);
  return describeLists(before, after);
}

function listedValues({ values }: Field): readonly string[] | undefined {
  return values?.items.map(({ value }) => value);
}

/** A fixed value is no list: only its replacement by another fixed value is a change of values. */
function compareConstants(base: Field, head: Field): ValueChange | undefined {
  if (base.constant === undefined || head.constant === undefined) return undefined;
  return describeLists([base.constant.value], [head.constant.value]);
}

function describeLists(base: readonly string[] | undefined, head: readonly string[] | undefined): ValueChange | undefined {
  const before = new Set(base);
  const after = new Set(head);
  const added = [...after].filter((value) => !before.has(value));
  const removed = [...before].filter((value) => !after.has(value));
  return added.length + removed.length === 0 ? undefined : { base, head, added, removed };
}

/** The single listed value gave way to another. */
export function isReplaced({ base, head }: ValueChange): boolean {
  return base?.length === 1 && head?.length === 1;
}

/** The plain words for a change of values, for findings whose own id says something else. */
export function valueWords({ base, head, added, removed }: ValueChange): ChangeWord[] {
  if (base === undefined) return ['enum-introduced'];
  if (head === undefined) return ['enum-dropped'];
  return [...(added.length > 0 ? ['enum-value-added' as const] : []), ...(removed.length > 0 ? ['enum-value-removed' as const] : [])];
}

/** A finding about the values of one row. */
export function valueDraft(
  table: TableComparison,
  { base, head }: RowPair,
  { ruleId, change, message }: { readonly ruleId: RuleId; readonly change: ValueChange; readonly message: string },
): Draft {
  return {
    ruleId,
    side: tableSide(table.side),
    field: head.path,
    message,
    values: { added: change.added, removed: change.removed },
    base: baseSpot(table, base, change.base?.join(' | ') ?? null),
    head: headSpot(table, head, change.head?.join(' | ') ?? null),
  };
}

function* describeChange(table: TableComparison, pair: RowPair, change: ValueChange): Generator<Draft> {
  const { side } = table;
  const name = `\`${pair.head.path}\``;
  const { added, removed } = change;
  const draft = (row: ValueRow, message: string, part: Partial<ValueChange> = {}): Draft =>
    valueDraft(table, pair, { ruleId: `${side}-${row}`, change: { ...change, ...part }, message });

  if (change.base === undefined) yield draft('enum-introduced', `${name} took free text and lists values now: ${list(added)}`);
  else if (change.head === undefined) yield draft('enum-dropped', `${name} no longer lists its values`);
  else if (isReplaced(change)) yield draft('constant-changed', `the value of ${name} was ${list(removed)} and is ${list(added)} now`);
  else if (change.base.length === 1 && removed.length === 0) yield draft('constant-became-enum', `${name} may also be ${list(added)} now`);
  else if (change.head.length === 1 && added.length === 0) yield draft('enum-became-constant', `${name} may no longer be ${list(removed)}`);
  else if (isRenamed(change)) yield draft('enum-value-renamed', `the value ${list(removed)} of ${name} is ${list(added)} now`);
  else {
    if (added.length > 0) yield draft('enum-value-added', `${name} may also be ${list(added)} now`, { removed: [] });
    if (removed.length > 0) yield draft('enum-value-removed', `${name} may no longer be ${list(removed)}`, { added: [] });
  }
}

type ValueRow =
  | 'enum-introduced'
  | 'enum-dropped'
  | 'enum-value-added'
  | 'enum-value-removed'
  | 'enum-value-renamed'
  | 'constant-changed'
  | 'constant-became-enum'
  | 'enum-became-constant';

function isRenamed({ added, removed }: ValueChange): boolean {
  const [after, ...moreAfter] = added;
  const [before, ...moreBefore] = removed;
  if (after === undefined || before === undefined || moreAfter.length + moreBefore.length > 0) return false;
  return areSimilarValues(before, after);
}

function list(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

import type { Draft } from '../draft.js';
import { typeName, type Row } from '../row.js';
import { areSimilarNames } from '../similar-names.js';
import {
  addition,
  baseSpot,
  groupByParent,
  headSpot,
  openAdded,
  openRemoved,
  removal,
  tableSide,
  type TableComparison,
} from '../table-comparison.js';

interface Rename {
  readonly base: Row;
  readonly head: Row;
}

/** Rows with another name below the same parent (drift-rules.md §3). The strongest evidence goes first, and only unique pairs count. */
export function* detectRenamedFields(table: TableComparison): Generator<Draft> {
  for (const { base, head } of findRenames(table)) {
    yield {
      ruleId: `${table.side}-field-renamed`,
      side: tableSide(table.side),
      field: head.path,
      from: base.path,
      to: head.path,
      message: `\`${base.path}\` is called \`${head.field.name}\` now`,
      base: baseSpot(table, base, base.field.name),
      head: headSpot(table, head, head.field.name),
      covers: [removal(table, base), addition(table, head)],
    };
  }
}

/** Finds renamed rows among those that nothing explains yet, and claims them. */
export function findRenames(table: TableComparison): Rename[] {
  const partners = new Map<Row | undefined, Row | undefined>(table.pairs.map(({ base, head }) => [base, head]));
  const addedBelow = groupByParent(openAdded(table));
  return [...groupByParent(openRemoved(table))].flatMap(([parent, removed]) => {
    const added = addedBelow.get(partners.get(parent)) ?? [];
    return removed.length * added.length > mostComparisons ? [] : renamesBelow(table, removed, added);
  });
}

/** A table that was rewritten as thoroughly as this has no renames that a reader would recognise. */
const mostComparisons = 10_000;

function renamesBelow({ claims }: TableComparison, removed: readonly Row[], added: readonly Row[]): Rename[] {
  const pairs = removed.flatMap((base) => added.filter((head) => hasSameType(base, head)).map((head) => ({ base, head })));
  return evidence.flatMap((isEvident) => {
    const candidates = pairs.filter(({ base, head }) => !claims.hasRow(base) && !claims.hasRow(head) && isEvident(base, head));
    const times = new Map<Row, number>();
    for (const { base, head } of candidates) for (const end of [base, head]) times.set(end, (times.get(end) ?? 0) + 1);
    const renames = candidates.filter(({ base, head }) => times.get(base) === 1 && times.get(head) === 1);
    for (const { base, head } of renames) {
      claims.takeRow(base);
      claims.takeRow(head);
    }
    return renames;
  });
}

const evidence: readonly ((base: Row, head: Row) => boolean)[] = [
  (base, head) => hasSameDescription(base, head) && areSimilarNames(base.field.name, head.field.name),
  (base, head) => hasSameRows(base, head),
  hasSameDescription,
  (base, head) => areSimilarNames(base.field.name, head.field.name),
];

function hasSameType(base: Row, head: Row): boolean {
  return (
    typeName(base.field) === typeName(head.field) &&
    base.field.encryption?.kind === head.field.encryption?.kind &&
    base.field.encoding?.value === head.field.encoding?.value
  );
}

function hasSameDescription(base: Row, head: Row): boolean {
  const text = base.field.description.trim();
  return text !== '' && text === head.field.description.trim();
}

function hasSameRows(base: Row, head: Row): boolean {
  const names = base.children.map(({ field }) => field.name);
  return names.length >= 2 && names.join() === head.children.map(({ field }) => field.name).join();
}

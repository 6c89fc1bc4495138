import type { GroupRole } from '../../model/api.js';
import type { Draft } from '../draft.js';
import type { Change } from '../finding.js';
import { automaticHeaders } from '../protocol-names.js';
import { withDescendants, type Row } from '../row.js';
import { addition, baseSpot, headSpot, openAdded, openRemoved, removal, tableSide, type TableComparison } from '../table-comparison.js';
import { isSerialRow } from './serial-header.js';

const bodyRoles: ReadonlySet<GroupRole> = new Set(['json', 'xml', 'body']);
const containerRoles: ReadonlySet<GroupRole> = new Set(['json', 'xml', 'body', 'query', 'headers']);

/** Groups of a request that appeared, are gone or gave way to another kind (drift-rules.md §7). */
export function* detectContainers(table: TableComparison): Generator<Draft> {
  if (table.side !== 'request') return;
  yield* detectExchangedContainers(table);
  yield* detectMergedContainers(table);
  for (const row of openAdded(table).filter(isContainer)) {
    table.claims.takeRow(row);
    yield {
      ruleId: row.field.required ? 'container-added-required' : 'container-added-optional',
      side: tableSide(table.side),
      field: row.path,
      message: `the call takes a group \`${row.path}\` now${row.field.required ? ', and needs it' : ''}`,
      head: headSpot(table, row, row.path),
      covers: wholeAddition(table, row),
    };
  }
  for (const row of openRemoved(table).filter(isContainer)) {
    table.claims.takeRow(row);
    yield {
      ruleId: 'container-removed',
      side: tableSide(table.side),
      field: row.path,
      message: `the call no longer takes the group \`${row.path}\``,
      base: baseSpot(table, row, row.path),
      covers: wholeRemoval(table, row),
    };
  }
}

/** Header rows of a call (drift-rules.md §7). */
export function* detectHeaders(table: TableComparison): Generator<Draft> {
  if (table.side !== 'request') return;
  const side = tableSide(table.side);
  for (const row of openAdded(table).filter(isHeader)) {
    const isAutomatic = automaticHeaders.has(row.field.name.toLowerCase());
    const isNeeded = row.field.required && !isAutomatic;
    table.claims.takeRow(row);
    yield {
      ruleId: isNeeded ? 'request-header-added-required' : 'request-field-added-optional',
      side,
      field: row.path,
      message: `the header \`${row.field.name}\` is documented now${isAutomatic ? '; the runtime sends it by itself' : ''}`,
      head: headSpot(table, row, row.field.name),
      covers: isNeeded ? [addition(table, row)] : [],
    };
  }
  for (const row of openRemoved(table).filter(isHeader)) {
    table.claims.takeRow(row);
    yield {
      ruleId: 'request-header-removed',
      side,
      field: row.path,
      message: `the header \`${row.field.name}\` is no longer documented`,
      base: baseSpot(table, row, row.field.name),
      covers: [removal(table, row)],
    };
  }
}

/** One group is gone and another one is there instead. */
function* detectExchangedContainers(table: TableComparison): Generator<Draft> {
  for (const base of openRemoved(table).filter(isContainer)) {
    const head = openAdded(table)
      .filter(isContainer)
      .find((row) => isExchange(base, row));
    if (head === undefined) continue;
    for (const row of [base, head]) table.claims.takeRow(row);
    const isBodyKind = isBody(base) && isBody(head);
    yield {
      ruleId: isBodyKind ? 'body-kind-changed' : 'container-changed',
      side: tableSide(table.side),
      field: head.path,
      from: base.path,
      to: head.path,
      message: `the rows of \`${base.path}\` stand in \`${head.path}\` now`,
      base: baseSpot(table, base, base.path),
      head: headSpot(table, head, head.path),
      covers: [...wholeRemoval(table, base), ...wholeAddition(table, head)],
    };
  }
}

/** One group is gone, and its rows went to a group that stayed; or the other way round. */
function* detectMergedContainers(table: TableComparison): Generator<Draft> {
  const roots = table.pairs.filter(({ head }) => head.parent === undefined && isContainer(head));
  for (const base of openRemoved(table).filter(isContainer)) {
    for (const root of roots) {
      const arrived = namedLike(
        base.children,
        openAdded(table).filter(({ parent }) => parent === root.head),
      );
      if (!isMostOf(arrived, base.children)) continue;
      for (const row of [base, ...arrived]) table.claims.takeRow(row);
      yield {
        ruleId: 'container-changed',
        side: tableSide(table.side),
        field: root.head.path,
        from: base.path,
        to: root.head.path,
        message: `the rows of \`${base.path}\` stand in \`${root.head.path}\` now`,
        base: baseSpot(table, base, base.path),
        head: headSpot(table, root.head, root.head.path),
        covers: [...wholeRemoval(table, base), ...arrived.map((row) => addition(table, row))],
      };
      break;
    }
  }
  for (const head of openAdded(table).filter(isContainer)) {
    for (const root of roots) {
      const left = namedLike(
        head.children,
        openRemoved(table).filter(({ parent }) => parent === root.base),
      );
      if (!isMostOf(left, head.children)) continue;
      for (const row of [head, ...left]) table.claims.takeRow(row);
      yield {
        ruleId: 'container-changed',
        side: tableSide(table.side),
        field: head.path,
        from: root.base.path,
        to: head.path,
        message: `rows of \`${root.base.path}\` stand in \`${head.path}\` now`,
        base: baseSpot(table, root.base, root.base.path),
        head: headSpot(table, head, head.path),
        covers: [...left.map((row) => removal(table, row)), ...wholeAddition(table, head)],
      };
      break;
    }
  }
}

function isExchange(base: Row, head: Row): boolean {
  if (isBody(base) && isBody(head)) return true;
  return isMostOf(namedLike(base.children, head.children), base.children.length < head.children.length ? base.children : head.children);
}

function namedLike(models: readonly Row[], rows: readonly Row[]): Row[] {
  const names = new Set(models.map(({ field }) => field.name));
  return rows.filter(({ field }) => names.has(field.name));
}

function isMostOf(some: readonly Row[], all: readonly Row[]): boolean {
  return some.length > 0 && some.length * 2 >= all.length;
}

function isBody({ role }: Row): boolean {
  return role !== undefined && bodyRoles.has(role);
}

function isContainer(row: Row): boolean {
  return row.parent === undefined && row.role !== undefined && containerRoles.has(row.role) && !isSerialRow(row);
}

function isHeader(row: Row): boolean {
  return row.role === 'headers' && row.parent !== undefined && row.parent.parent === undefined;
}

function wholeAddition(table: TableComparison, row: Row): Change[] {
  return [...withDescendants(row)].map((each) => addition(table, each));
}

function wholeRemoval(table: TableComparison, row: Row): Change[] {
  return [...withDescendants(row)].map((each) => removal(table, each));
}

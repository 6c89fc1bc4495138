import type { Draft } from '../draft.js';
import { digestNames, uploadMetaRow } from '../protocol-names.js';
import { changesOf, rules } from '../registry.js';
import { withAncestors, type Row } from '../row.js';
import {
  addition,
  baseSpot,
  headSpot,
  openAdded,
  openRemoved,
  removal,
  restrictTable,
  tableSide,
  type Detector,
  type TableComparison,
} from '../table-comparison.js';
import { findRenames } from './renames.js';

/**
 * Parts of a multipart body and the rows of its `meta` (drift-rules.md §11).
 *
 * @param rowDetectors what finds changes of ordinary rows; below `meta` all they find is one finding, for its bytes are signed
 */
export function createUploadDetector(rowDetectors: readonly Detector[]): Detector {
  return function* detectUploads(table) {
    if (table.side !== 'request') return;
    yield* detectDigests(table);
    yield* detectMeta(table, rowDetectors);
    yield* detectParts(table);
  };
}

function* detectDigests(table: TableComparison): Generator<Draft> {
  const isDigest = (row: Row): boolean => row.role === 'body' && digestNames.has(row.field.name);
  const bases = openRemoved(table).filter(isDigest);
  const heads = openAdded(table).filter(isDigest);
  const [base] = bases;
  const [head] = heads;
  if (base === undefined || head === undefined || bases.length + heads.length > 2) return;
  table.claims.takeRow(base);
  table.claims.takeRow(head);
  yield {
    ruleId: 'upload-digest-changed',
    side: tableSide(table.side),
    field: head.path,
    message: `the file is digested by ${head.field.name} now, not by ${base.field.name}`,
    base: baseSpot(table, base, base.field.name),
    head: headSpot(table, head, head.field.name),
    covers: [removal(table, base), addition(table, head)],
  };
}

function* detectMeta(table: TableComparison, rowDetectors: readonly Detector[]): Generator<Draft> {
  const inside = restrictTable(table, (row) => isInsideMeta(row) && !table.claims.hasRow(row));
  const drafts = rowDetectors.flatMap((detect) => [...detect(inside)]);
  for (const row of [...inside.removed, ...inside.added]) table.claims.takeRow(row);
  for (const pair of inside.pairs) {
    for (const aspect of ['required', 'type', 'values', 'encryption', 'encoding', 'signature', 'text'] as const) {
      table.claims.takeAspect(pair, aspect);
    }
  }
  const contract = drafts.filter(({ ruleId }) => rules[ruleId].class === 'contract');
  yield* drafts.filter((draft) => !contract.includes(draft));
  const meta = table.pairs.find(({ head }) => isMeta(head));
  if (contract.length === 0 || meta === undefined) return;
  const [values, ...others] = contract.flatMap((draft) => draft.values ?? []);
  yield {
    ruleId: 'upload-meta-changed',
    side: tableSide(table.side),
    field: meta.head.path,
    message: `the signed part \`${meta.head.path}\` changes: ${contract.map(({ message }) => message).join('; ')}`,
    base: baseSpot(table, meta.base, describeEdits(contract, 'base')),
    head: headSpot(table, meta.head, describeEdits(contract, 'head')),
    ...(values && others.length === 0 && { values }),
    covers: contract.flatMap((draft) => changesOf({ operation: table.operation, covers: [], ...draft })),
  };
}

function describeEdits(drafts: readonly Draft[], revision: 'base' | 'head'): string | null {
  const edits = drafts.flatMap((draft) => draft[revision]?.value ?? []);
  return edits.length === 0 ? null : edits.join(', ');
}

function* detectParts(table: TableComparison): Generator<Draft> {
  const side = tableSide(table.side);
  const parts = { ...table, removed: openRemoved(table).filter(isPart), added: openAdded(table).filter(isPart) };
  for (const { base, head } of findRenames(parts)) {
    yield {
      ruleId: 'upload-part-renamed',
      side,
      field: head.path,
      from: base.path,
      to: head.path,
      message: `the part \`${base.field.name}\` is called \`${head.field.name}\` now`,
      base: baseSpot(table, base, base.field.name),
      head: headSpot(table, head, head.field.name),
      covers: [removal(table, base), addition(table, head)],
    };
  }
  for (const row of openRemoved(table).filter(isPart)) {
    table.claims.takeRow(row);
    yield {
      ruleId: 'upload-part-removed',
      side,
      field: row.path,
      message: `the part \`${row.field.name}\` is no longer documented`,
      base: baseSpot(table, row, row.field.name),
      covers: [removal(table, row)],
    };
  }
  for (const row of openAdded(table).filter(isPart)) {
    table.claims.takeRow(row);
    yield {
      ruleId: 'upload-part-added',
      side,
      field: row.path,
      message: `the part \`${row.field.name}\` is documented now`,
      head: headSpot(table, row, row.field.name),
      covers: [addition(table, row)],
    };
  }
}

function isPart({ role, parent }: Row): boolean {
  return role === 'body' && parent !== undefined && parent.parent === undefined;
}

function isMeta(row: Row): boolean {
  return isPart(row) && row.field.name === uploadMetaRow;
}

function isInsideMeta(row: Row): boolean {
  return [...withAncestors(row)].some((ancestor) => ancestor !== row && isMeta(ancestor));
}

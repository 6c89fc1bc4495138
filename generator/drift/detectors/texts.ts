import { readStated, type Stated } from '../../model/stated.js';
import type { Draft } from '../draft.js';
import type { RowPair } from '../pair-rows.js';
import type { RuleId } from '../registry.js';
import type { Row } from '../row.js';
import { baseSpot, headSpot, tableSide, type TableComparison } from '../table-comparison.js';

/** What the text of a row states in a recognised form (drift-rules.md §6), and its other wording. */
export function* detectTextChanges(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    if (table.claims.hasAspect(pair, 'text')) continue;
    const drafts = [...defaultChange(table, pair), ...statedChanges(table, pair)];
    yield* drafts;
    if (drafts.length === 0 && pair.base.field.description !== pair.head.field.description) {
      yield textDraft(table, pair, 'description-changed', { word: 'description', before: null, after: null });
    }
  }
}

function* defaultChange(table: TableComparison, pair: RowPair): Generator<Draft> {
  const before = pair.base.field.default?.value ?? null;
  const after = pair.head.field.default?.value ?? null;
  if (before === after) return;
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  yield textDraft(table, pair, `${table.side}-default-${kind}`, { word: 'default', before, after });
}

function* statedChanges(table: TableComparison, pair: RowPair): Generator<Draft> {
  const { side } = table;
  const baseText = pair.base.field.description;
  const headText = pair.head.field.description;
  if (baseText === headText) return;
  const before = readStated(baseText);
  const after = readStated(headText);
  if (isUploadPart(pair.head)) {
    yield* uploadLimits(table, pair, before, after);
    return;
  }
  if (pair.head.field.type === 'integer' && !before.isWide && after.isWide) {
    yield textDraft(table, pair, `${side}-number-precision-risk`, { word: 'size', before: null, after: '64' });
  }
  const limits = { word: 'limit', before: limitsOf(before), after: limitsOf(after) };
  if (isTighter(before, after)) yield textDraft(table, pair, `${side}-limit-tightened`, limits);
  if (isTighter(after, before)) yield textDraft(table, pair, `${side}-limit-loosened`, limits);
  if (before.unit !== undefined && after.unit !== undefined && before.unit !== after.unit) {
    yield textDraft(table, pair, `${side}-unit-changed`, { word: 'unit', before: before.unit, after: after.unit });
  }
  if (before.format !== undefined && after.format !== undefined && before.format !== after.format) {
    yield textDraft(table, pair, `${side}-format-changed`, { word: 'format', before: before.format, after: after.format });
  }
  if ((side === 'request' || side === 'ack') && before.condition !== after.condition) {
    yield textDraft(table, pair, `${side}-condition-changed`, {
      word: 'condition',
      before: before.condition ?? null,
      after: after.condition ?? null,
    });
  }
  if (side === 'response' && before.lifetime !== undefined && after.lifetime !== undefined && before.lifetime !== after.lifetime) {
    yield textDraft(table, pair, 'download-expiry-changed', { word: 'lifetime', before: before.lifetime, after: after.lifetime });
  }
}

function* uploadLimits(table: TableComparison, pair: RowPair, before: Stated, after: Stated): Generator<Draft> {
  const isStricter = (old: Stated, young: Stated): boolean =>
    (young.fileSize ?? Infinity) < (old.fileSize ?? Infinity) || old.fileTypes.some((type) => !young.fileTypes.includes(type));
  const limits = { word: 'limit', before: fileLimitsOf(before), after: fileLimitsOf(after) };
  if (isStricter(before, after)) yield textDraft(table, pair, 'upload-limit-tightened', limits);
  if (isStricter(after, before)) yield textDraft(table, pair, 'upload-limit-loosened', limits);
}

function textDraft(
  table: TableComparison,
  { base, head }: RowPair,
  ruleId: RuleId,
  { word, before, after }: { readonly word: string; readonly before: string | null; readonly after: string | null },
): Draft {
  const known = before === null ? '' : ` was \`${before}\` and`;
  const next = after === null ? 'is no longer stated' : `is \`${after}\` now`;
  return {
    ruleId,
    side: tableSide(table.side),
    field: head.path,
    message: word === 'description' ? `the description of \`${head.path}\` changed` : `the ${word} of \`${head.path}\`${known} ${next}`,
    base: baseSpot(table, base, before),
    head: headSpot(table, head, after),
  };
}

/** Whether `after` leaves less room than `before`; what is not stated is unlimited. */
function isTighter(before: Stated, after: Stated): boolean {
  return (after.most ?? Infinity) < (before.most ?? Infinity) || (after.least ?? -Infinity) > (before.least ?? -Infinity);
}

function limitsOf({ least, most }: Stated): string | null {
  if (least === undefined && most === undefined) return null;
  return `${least ?? ''}…${most ?? ''}`;
}

function fileLimitsOf({ fileSize, fileTypes }: Stated): string | null {
  const parts = [...(fileSize === undefined ? [] : [`${fileSize} KiB`]), ...fileTypes];
  return parts.length === 0 ? null : parts.join(', ');
}

function isUploadPart({ role, parent }: Row): boolean {
  return role === 'body' && parent !== undefined && parent.parent === undefined;
}

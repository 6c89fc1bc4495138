import type { Draft } from '../draft.js';
import { notificationRows, replyRows, signatureHeaderPrefix } from '../protocol-names.js';
import type { RowPair } from '../pair-rows.js';
import { rowKey, type Row } from '../row.js';
import {
  addition,
  baseSpot,
  changeAt,
  groupByParent,
  headSpot,
  openAdded,
  openRemoved,
  removal,
  rootOf,
  tableSide,
  type TableComparison,
} from '../table-comparison.js';
import type { RuleId } from '../registry.js';
import { compareValues, isReplaced, valueDraft, valueWords, type ValueChange } from './values.js';

/** What the protocol gives a meaning of its own in a notification (drift-rules.md §10). */
export function* detectNotificationChanges(table: TableComparison): Generator<Draft> {
  if (table.side !== 'webhook') return;
  yield* detectFixedValues(table);
  yield* detectEventTypes(table);
  yield* detectPayloadCipher(table);
}

/** Rows of a notification outside of its payload, once moves and renames are known (drift-rules.md §10). */
export function* detectEnvelopeRows(table: TableComparison): Generator<Draft> {
  if (table.side !== 'webhook') return;
  yield* detectSignatureHeaders(table);
  if (table.operation.startsWith('WEBHOOK v3/')) yield* detectEnvelope(table);
}

/** The reply to a notification (drift-rules.md §10). */
export function* detectReplyChanges(table: TableComparison): Generator<Draft> {
  if (table.side !== 'ack') return;
  const side = tableSide(table.side);
  for (const [rows, ruleId, changeOf] of [
    [openRemoved(table), 'gone', removal],
    [openAdded(table), 'documented', addition],
  ] as const) {
    for (const row of rows.filter(({ path, parent }) => parent === undefined && rowKey(path) === replyRows.body)) {
      table.claims.takeRow(row);
      const spot = ruleId === 'gone' ? { base: baseSpot(table, row, row.path) } : { head: headSpot(table, row, row.path) };
      yield {
        ruleId: 'webhook-ack-body-changed',
        side,
        field: row.path,
        message: `the body of the reply is ${ruleId} now`,
        ...spot,
        covers: [row, ...row.children].map((each) => changeOf(table, each)),
      };
    }
  }
  for (const pair of table.pairs) {
    const change = compareValues(pair.base.field, pair.head.field);
    if (change?.base === undefined || change.head === undefined) continue;
    const key = rowKey(pair.head.path);
    if (key === replyRows.status && change.added.length > 0 && change.removed.length > 0) {
      yield claimValues(table, pair, change, {
        ruleId: 'webhook-ack-status-changed',
        message: `the reply has status ${change.head.join(', ')} now, not ${change.base.join(', ')}`,
      });
    }
    if (replyRows.codes.some((code) => code === key)) {
      if (change.removed.length > 0) {
        yield claimValues(
          table,
          pair,
          { ...change, added: [] },
          {
            ruleId: 'webhook-ack-code-removed',
            message: `the reply may no longer say ${change.removed.join(', ')}`,
          },
        );
      }
      if (change.added.length > 0) {
        yield claimValues(
          table,
          pair,
          { ...change, removed: [] },
          {
            ruleId: 'webhook-ack-code-added',
            message: `the reply may also say ${change.added.join(', ')} now`,
          },
        );
      }
    }
  }
}

function* detectFixedValues(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    if (table.claims.hasAspect(pair, 'values')) continue;
    const rule = replacementRule(rowKey(pair.head.path));
    const change = rule && compareValues(pair.base.field, pair.head.field);
    if (rule === undefined || change === undefined || !isReplaced(change) || !rule.appliesTo(change)) continue;
    yield claimValues(table, pair, change, {
      ruleId: rule.ruleId,
      message: `${rule.subject} was ${change.removed.join()} and is ${change.added.join()} now`,
    });
  }
}

interface ReplacementRule {
  readonly ruleId: RuleId;
  readonly subject: string;
  appliesTo(change: ValueChange): boolean;
}

/** A single value gave way to another; a list that appears or goes is a matter of lists (drift-rules.md §10). */
function replacementRule(key: string): ReplacementRule | undefined {
  const always = (): boolean => true;
  if (key === notificationRows.algorithm)
    return { ruleId: 'webhook-cipher-changed', subject: 'the cipher of the payload', appliesTo: always };
  if (key === notificationRows.eventType) return { ruleId: 'webhook-event-renamed', subject: 'the event type', appliesTo: always };
  if (key === notificationRows.signatureType) {
    return { ruleId: 'algorithm-suite-changed', subject: 'the suite of signature algorithms', appliesTo: always };
  }
  if (notificationRows.resourceTypes.some((row) => row === key)) {
    return { ruleId: 'webhook-resource-type-changed', subject: `\`${key}\``, appliesTo: always };
  }
  if (key === notificationRows.contentType) {
    return {
      ruleId: 'webhook-format-changed',
      subject: 'the format of the notification',
      appliesTo: ({ added, removed }) => mediaFormat(added) !== mediaFormat(removed),
    };
  }
  return undefined;
}

function mediaFormat(media: readonly string[]): 'json' | 'xml' | undefined {
  const words = media.join().toLowerCase();
  return words.includes('json') ? 'json' : words.includes('xml') ? 'xml' : undefined;
}

function* detectEventTypes(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    if (rowKey(pair.head.path) !== notificationRows.eventType || table.claims.hasAspect(pair, 'values')) continue;
    const change = compareValues(pair.base.field, pair.head.field);
    if (change?.base === undefined || change.head === undefined) continue;
    table.claims.takeAspect(pair, 'values');
    if (change.added.length > 0) {
      const message = `the page also describes ${change.added.join(', ')} now`;
      yield {
        ...valueDraft(table, pair, { ruleId: 'webhook-event-value-added', change: { ...change, removed: [] }, message }),
        covers: [changeAt(table, pair.head, 'enum-value-added')],
      };
    }
    if (change.removed.length > 0) {
      const message = `the page no longer describes ${change.removed.join(', ')}`;
      yield {
        ...valueDraft(table, pair, { ruleId: 'webhook-event-value-removed', change: { ...change, added: [] }, message }),
        covers: [changeAt(table, pair.head, 'enum-value-removed')],
      };
    }
  }
}

function claimValues(
  table: TableComparison,
  pair: RowPair,
  change: ValueChange,
  { ruleId, message }: { readonly ruleId: RuleId; readonly message: string },
): Draft {
  table.claims.takeAspect(pair, 'values');
  const isConstant = pair.base.field.values === undefined;
  return {
    ...valueDraft(table, pair, { ruleId, change, message }),
    covers: isConstant ? [] : valueWords(change).map((word) => changeAt(table, pair.head, word)),
  };
}

/** The rows of the payload went behind an encrypted string, or came out of it. */
function* detectPayloadCipher(table: TableComparison): Generator<Draft> {
  const addedBelow = groupByParent(openAdded(table));
  const removedBelow = groupByParent(openRemoved(table));
  for (const pair of table.pairs) {
    const { base, head } = pair;
    if (base.field.encryption === undefined && head.field.encryption !== undefined) {
      const behind = addedBelow.get(head) ?? [];
      const before = openRemoved(table).filter((row) => !base.children.includes(row));
      yield* describePayload(table, pair, { isEncrypted: true, behind, outside: twinsOf(behind, before) });
    }
    if (base.field.encryption !== undefined && head.field.encryption === undefined) {
      const behind = removedBelow.get(base) ?? [];
      const after = openAdded(table).filter((row) => !head.children.includes(row));
      yield* describePayload(table, pair, { isEncrypted: false, behind, outside: twinsOf(behind, after) });
    }
  }
}

function twinsOf(behind: readonly Row[], candidates: readonly Row[]): Row[] {
  const names = new Set(behind.map(({ field }) => field.name));
  const twins = candidates.filter((row) => names.has(row.field.name));
  if (twins.length * 2 >= behind.length && twins.length > 0) return twins;
  return candidates.filter((row) => row.children.length > 0 && row.children.every(({ field }) => names.has(field.name)));
}

function* describePayload(
  table: TableComparison,
  pair: RowPair,
  { isEncrypted, behind, outside }: { readonly isEncrypted: boolean; readonly behind: readonly Row[]; readonly outside: readonly Row[] },
): Generator<Draft> {
  if (behind.length === 0 || outside.length === 0) return;
  const { base, head } = pair;
  table.claims.takeAspect(pair, 'encryption');
  for (const row of [...behind, ...outside]) table.claims.takeRow(row);
  const [removed, added] = isEncrypted ? [outside, behind] : [behind, outside];
  yield {
    ruleId: isEncrypted ? 'webhook-payload-encrypted' : 'webhook-payload-decrypted',
    side: tableSide(table.side),
    field: head.path,
    message: isEncrypted ? `the payload is encrypted in \`${head.path}\` now` : `the payload no longer is encrypted in \`${base.path}\``,
    base: baseSpot(table, base, base.field.encryption?.kind ?? null),
    head: headSpot(table, head, head.field.encryption?.kind ?? null),
    covers: [
      changeAt(table, head, isEncrypted ? 'encryption-added' : 'encryption-removed'),
      ...removed.map((row) => removal(table, row)),
      ...added.map((row) => addition(table, row)),
    ],
  };
}

function* detectSignatureHeaders(table: TableComparison): Generator<Draft> {
  const isSignatureHeader = ({ path, field }: Row): boolean =>
    path === `headers.${field.name}` && field.name.startsWith(signatureHeaderPrefix);
  for (const row of openRemoved(table).filter(isSignatureHeader)) {
    table.claims.takeRow(row);
    yield {
      ruleId: 'webhook-signature-header-removed',
      side: tableSide(table.side),
      field: row.path,
      message: `the notification no longer documents the header \`${row.field.name}\``,
      base: baseSpot(table, row, row.field.name),
      covers: [removal(table, row)],
    };
  }
  for (const row of openAdded(table).filter(isSignatureHeader)) {
    table.claims.takeRow(row);
    yield {
      ruleId: 'webhook-signature-header-added',
      side: tableSide(table.side),
      field: row.path,
      message: `the notification documents the header \`${row.field.name}\` now`,
      head: headSpot(table, row, row.field.name),
      covers: [addition(table, row)],
    };
  }
}

/** Rows of the `body` of a v3 notification, outside of what is decrypted. */
function* detectEnvelope(table: TableComparison): Generator<Draft> {
  for (const row of openRemoved(table).filter(isEnvelopeRow)) {
    table.claims.takeRow(row);
    yield {
      ruleId: 'webhook-envelope-field-removed',
      side: tableSide(table.side),
      field: row.path,
      message: `\`${row.path}\` is no longer documented`,
      base: baseSpot(table, row, row.path),
      covers: [removal(table, row)],
    };
  }
  for (const row of openAdded(table).filter(isEnvelopeRow)) {
    table.claims.takeRow(row);
    yield {
      ruleId: `webhook-envelope-field-added-${row.field.required ? 'required' : 'optional'}`,
      side: tableSide(table.side),
      field: row.path,
      message: `\`${row.path}\` is documented now`,
      head: headSpot(table, row, row.path),
      covers: [addition(table, row)],
    };
  }
}

function isEnvelopeRow(row: Row): boolean {
  if (row.parent === undefined || rootOf(row).field.name !== 'body') return false;
  for (let ancestor: Row | undefined = row.parent; ancestor !== undefined; ancestor = ancestor.parent) {
    if (ancestor.field.type === 'string') return false;
  }
  return true;
}

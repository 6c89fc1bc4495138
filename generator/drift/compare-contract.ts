import type { Answer, Operation } from '../model/api.js';
import { createClaims } from './claims.js';
import { requestRows, responseRows, type Contract, type ContractPair } from './contract.js';
import { detectHostChanges } from './detectors/hosts.js';
import { detectProseChanges } from './detectors/prose.js';
import { compareValues, isReplaced } from './detectors/values.js';
import { spotAt, type Draft } from './draft.js';
import { pairRows, type RowPair } from './pair-rows.js';
import { notificationRows } from './protocol-names.js';
import { rowDetectors } from './row-detectors.js';
import { rowKey, withDescendants, type Row } from './row.js';
import type { Side } from './rule.js';
import { addition, openAdded, openRemoved, removal, type TableComparison } from './table-comparison.js';

/** Everything that changed between two revisions of one contract, whatever its level. */
export function* compareContract(pair: ContractPair): Generator<Draft> {
  const { base, head } = pair;
  yield* compareDeprecation(pair);
  const isWebhook = head.kind === 'webhook';
  const tables = { base: readTables(base), head: readTables(head) };
  const encrypted = { base: hasEncryption(tables.base), head: hasEncryption(tables.head) };
  const compareTables = (side: Side, table: 'request' | 'response'): TableComparison => ({
    ...pairRows(tables.base[table], tables.head[table]),
    operation: head.id,
    side,
    baseFile: base.file,
    headFile: head.file,
    encrypted,
    claims: createClaims(),
  });
  const request = compareTables(isWebhook ? 'webhook' : 'request', 'request');
  if (base.id !== head.id) claimNames(request);
  if (isOperationPair(pair)) yield* detectHostChanges(pair, request);
  yield* runDetectors(request);
  const response = compareTables(isWebhook ? 'ack' : 'response', 'response');
  if (isOperationPair(pair)) yield* compareAnswers(pair, response);
  yield* runDetectors(response);
  yield* detectProseChanges(pair);
}

function isOperationPair(pair: ContractPair): pair is ContractPair<Operation> {
  return pair.base.kind === 'operation' && pair.head.kind === 'operation';
}

interface Tables {
  readonly request: readonly Row[];
  readonly response: readonly Row[];
}

function readTables(contract: Contract): Tables {
  return { request: requestRows(contract), response: responseRows(contract) };
}

function hasEncryption({ request, response }: Tables): boolean {
  return [...request, ...response].some((root) => {
    for (const { field } of withDescendants(root)) if (field.encryption !== undefined) return true;
    return false;
  });
}

function* runDetectors(table: TableComparison): Generator<Draft> {
  for (const detect of rowDetectors) yield* detect(table);
}

function* compareDeprecation({ base, head }: ContractPair): Generator<Draft> {
  if ((base.deprecated === undefined) === (head.deprecated === undefined)) return;
  const isNew = head.deprecated !== undefined;
  yield {
    ruleId: isNew ? 'operation-deprecated' : 'operation-undeprecated',
    side: null,
    field: null,
    message: isNew ? `the operation is marked as ${head.deprecated.status} now` : 'the operation is no longer marked as ending',
    base: spotAt(base.file, base.deprecated?.place ?? base.place, base.deprecated?.status ?? null),
    head: spotAt(head.file, head.deprecated?.place ?? head.place, head.deprecated?.status ?? null),
  };
}

/** The finding about a new name stands for the rows that repeat it: placeholders of the URL, the type of the event. */
function claimNames(table: TableComparison): void {
  for (const row of [...table.removed, ...table.added]) if (row.role === 'path') table.claims.takeRow(row);
  for (const pair of table.pairs) if (namesEvent(table, pair)) table.claims.takeAspect(pair, 'values');
}

function namesEvent({ side }: TableComparison, { base, head }: RowPair): boolean {
  const change = compareValues(base.field, head.field);
  return side === 'webhook' && rowKey(head.path) === notificationRows.eventType && change !== undefined && isReplaced(change);
}

/**
 * What the call answers: fields, nothing, a file or a redirect. Whether a v2 call answers XML or JSON is read from its sample, and
 * samples are no contract.
 */
function* compareAnswers({ base, head }: ContractPair<Operation>, table: TableComparison): Generator<Draft> {
  const spots = {
    base: spotAt(base.file, base.answer.place, describeAnswer(base.answer)),
    head: spotAt(head.file, head.answer.place, describeAnswer(head.answer)),
  };
  if (isBlank(base.answer) && isBlank(head.answer)) return;
  if (base.answer.kind === head.answer.kind) {
    if (base.answer.kind !== 'stream' || describeAnswer(base.answer) === describeAnswer(head.answer)) return;
    yield {
      ruleId: 'accept-kind-changed',
      side: 'response',
      field: null,
      message: `the answer arrives as ${spots.head.value ?? ''} now, not as ${spots.base.value ?? ''}`,
      ...spots,
    };
    return;
  }
  const gone = table.pairs.length === 0 ? openRemoved(table) : [];
  const documented = table.pairs.length === 0 ? openAdded(table) : [];
  for (const row of [...gone, ...documented]) table.claims.takeRow(row);
  yield {
    ruleId: 'response-kind-changed',
    side: 'response',
    field: null,
    message: `the answer holds ${answerNouns[head.answer.kind]} now, not ${answerNouns[base.answer.kind]}`,
    ...(base.answer.kind === 'empty' && { milder: true as const }),
    ...spots,
    covers: [...gone.map((row) => removal(table, row)), ...documented.map((row) => addition(table, row))],
  };
}

/** A table without rows says no more than one that says that there is nothing. */
function isBlank(answer: Answer): boolean {
  return answer.kind === 'empty' || (answer.kind === 'fields' && answer.fields.length === 0);
}

const answerNouns = { fields: 'fields', empty: 'nothing', stream: 'a file', redirect: 'a redirect' } as const;

function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'fields':
      return answer.format;
    case 'stream':
      return answer.media;
    case 'empty':
    case 'redirect':
      return answer.kind;
  }
}

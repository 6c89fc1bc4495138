import type { Answer, Operation } from '../model/api.js';
import { createClaims } from './claims.js';
import { requestRows, responseRows, rowsOf, type ContractPair } from './contract.js';
import { detectHostChanges } from './detectors/hosts.js';
import { detectProseChanges } from './detectors/prose.js';
import { spotAt, type Draft } from './draft.js';
import { pairRows } from './pair-rows.js';
import { rowDetectors } from './row-detectors.js';
import type { Row } from './row.js';
import type { Side } from './rule.js';
import { addition, openAdded, openRemoved, removal, type TableComparison } from './table-comparison.js';

/** Everything that changed between two revisions of one contract, whatever its level. */
export function* compareContract(pair: ContractPair): Generator<Draft> {
  const { base, head } = pair;
  yield* compareDeprecation(pair);
  yield* compareFileName(pair);
  const isWebhook = head.kind === 'webhook';
  const request = compareRows(pair, isWebhook ? 'webhook' : 'request', requestRows(base), requestRows(head));
  claimRenamedPlaceholders(pair, request);
  if (isOperationPair(pair)) yield* detectHostChanges(pair, request);
  yield* runDetectors(request);
  const response = compareRows(pair, isWebhook ? 'ack' : 'response', responseRows(base), responseRows(head));
  if (isOperationPair(pair)) yield* compareAnswers(pair, response);
  yield* runDetectors(response);
  yield* detectProseChanges(pair);
}

function isOperationPair(pair: ContractPair): pair is ContractPair<Operation> {
  return pair.base.kind === 'operation' && pair.head.kind === 'operation';
}

function compareRows(pair: ContractPair, side: Side, base: readonly Row[], head: readonly Row[]): TableComparison {
  return {
    ...pairRows(base, head),
    operation: pair.head.id,
    side,
    baseFile: pair.base.file,
    headFile: pair.head.file,
    encrypted: { base: hasEncryption(pair.base), head: hasEncryption(pair.head) },
    claims: createClaims(),
  };
}

function hasEncryption(contract: ContractPair['base']): boolean {
  for (const { field } of rowsOf(contract)) if (field.encryption !== undefined) return true;
  return false;
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

/** The URL stayed, yet the generated module is named for the file. */
function* compareFileName({ base, head }: ContractPair): Generator<Draft> {
  if (base.id !== head.id || base.file === head.file) return;
  yield {
    ruleId: 'operation-name-changed',
    side: null,
    field: null,
    message: `the page is called \`${head.file}\` now, and so is the generated module`,
    base: spotAt(base.file, base.place, base.file),
    head: spotAt(head.file, head.place, head.file),
  };
}

/** The finding about the URL stands for the rows of its placeholders. */
function claimRenamedPlaceholders({ base, head }: ContractPair, table: TableComparison): void {
  if (base.id === head.id) return;
  for (const row of [...table.removed, ...table.added]) if (row.role === 'path') table.claims.takeRow(row);
}

function* compareAnswers({ base, head }: ContractPair<Operation>, table: TableComparison): Generator<Draft> {
  const spots = {
    base: spotAt(base.file, base.answer.place, describeAnswer(base.answer)),
    head: spotAt(head.file, head.answer.place, describeAnswer(head.answer)),
  };
  if (base.answer.kind === head.answer.kind) {
    if (describeAnswer(base.answer) === describeAnswer(head.answer)) return;
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

import type { Api, Operation, Webhook } from '../model/api.js';
import { readGroups, readRows, withDescendants, type Row } from './row.js';

/** What can drift by itself: one operation, or one notification with its reply. */
export type Contract = Operation | Webhook;

/** Two revisions of one contract. */
export interface ContractPair<Kind extends Contract = Contract> {
  readonly base: Kind;
  readonly head: Kind;
}

export function contractsOf({ pages }: Api): Contract[] {
  return pages.flatMap(({ operations, webhooks }) => [...operations, ...webhooks]);
}

/** The rows of the first table: request, or notification. */
export function requestRows(contract: Contract): Row[] {
  if (contract.kind === 'operation') return readGroups(contract.request);
  return readRows(contract.request, contract.protocol === 'v2' ? 'text' : 'typed');
}

/** The rows of the second table: answer, or reply. */
export function responseRows(contract: Contract): Row[] {
  if (contract.kind === 'webhook') return readRows(contract.reply, contract.protocol === 'v2' ? 'text' : 'typed');
  const { answer } = contract;
  switch (answer.kind) {
    case 'fields':
      return readRows(answer.fields, answer.format === 'xml' ? 'text' : 'typed');
    case 'stream':
      return readRows(answer.fields, 'text');
    case 'empty':
    case 'redirect':
      return [];
  }
}

/** Every row of both tables. */
export function* rowsOf(contract: Contract): Generator<Row> {
  for (const row of [...requestRows(contract), ...responseRows(contract)]) yield* withDescendants(row);
}

import type { Api, ApiPage } from '../model/api.js';
import { contractsOf, rowsOf, type Contract, type ContractPair } from './contract.js';
import { envelopeNames } from './protocol-names.js';
import type { RuleId } from './registry.js';

/** A contract that has another name in head, and the rule that says so. */
export interface MovedContract extends ContractPair {
  readonly ruleId: RuleId;
}

export interface RemovedContract {
  readonly contract: Contract;
  /** Where its stub points to, which is no operation that is new. */
  readonly successor?: string;
}

export interface PairedContracts {
  readonly kept: readonly ContractPair[];
  readonly moved: readonly MovedContract[];
  readonly removed: readonly RemovedContract[];
  readonly added: readonly Contract[];
}

/**
 * Pairs the contracts of two revisions: by their ids; then by the stubs that say where a page went; then, where exactly one page can
 * be meant, by what they have in common (drift-rules.md §2, §15.2).
 */
export function pairContracts(base: Api, head: Api): PairedContracts {
  const kept: ContractPair[] = [];
  const removed = new Set<Contract>();
  const headById = new Map(contractsOf(head).map((contract) => [contract.id, contract]));
  const added = new Set(headById.values());
  for (const contract of contractsOf(base)) {
    const partner = headById.get(contract.id);
    if (partner === undefined) removed.add(contract);
    else {
      kept.push({ base: contract, head: partner });
      added.delete(partner);
    }
  }

  const moved: MovedContract[] = [];
  const settle = (move: MovedContract): void => {
    moved.push(move);
    removed.delete(move.base);
    added.delete(move.head);
  };
  const stubs = new Map(head.pages.filter(({ kind }) => kind === 'stub').map((page) => [page.file, page]));
  const news = [...added];
  const followStubs = (choose: (contract: Contract, goals: readonly Contract[]) => Contract | undefined): void => {
    for (const contract of [...removed]) {
      const target = stubTarget(stubs.get(contract.file), head);
      const goals = news.filter(({ file, kind }) => file === target?.file && kind === contract.kind);
      const partner = choose(contract, goals);
      if (partner === undefined) continue;
      settle({ base: contract, head: partner, ruleId: contract.kind === 'webhook' ? 'webhook-event-renamed' : 'page-moved' });
    }
  };
  // Several pages may become one, each with a stub of its own; only where no method says which, the goal is taken once.
  followStubs((contract, goals) => goals.find((goal) => methodOf(goal) === methodOf(contract)));
  followStubs((_, [only, ...others]) => (only !== undefined && others.length === 0 && added.has(only) ? only : undefined));
  for (const move of likelyMoves(removed, added)) settle(move);

  return {
    kept,
    moved,
    removed: [...removed].map((contract) => {
      const successor = stubs.get(contract.file)?.movedTo;
      return { contract, ...(successor !== undefined && { successor }) };
    }),
    added: [...added],
  };
}

/** The page a stub points to. */
function stubTarget(stub: ApiPage | undefined, { pages }: Api): ApiPage | undefined {
  const path = stub?.movedTo
    ?.replace(/[#?].*$/, '')
    .replace(/^\/+/, '')
    .replace(/\.(?:md|html)$/, '');
  if (path === undefined) return undefined;
  const target = path.endsWith('/') ? `${path}index` : path;
  return pages.find(({ file, kind }) => kind !== 'stub' && (`${target}.md` === file || `${target}.md`.endsWith(`/${file}`)));
}

function methodOf(contract: Contract): string {
  return contract.kind === 'operation' ? contract.method : 'POST';
}

/** Pairs that no stub tells of: alike in their rows, and each the only such partner of the other. */
function likelyMoves(removed: ReadonlySet<Contract>, added: ReadonlySet<Contract>): MovedContract[] {
  const index = new Map<string, Contract[]>();
  for (const contract of added) {
    for (const clue of cluesOf(contract)) {
      const known = index.get(clue);
      if (known === undefined) index.set(clue, [contract]);
      else known.push(contract);
    }
  }
  const names = createRowNames();
  const moves: MovedContract[] = [];
  for (const base of removed) {
    const told = cluesOf(base).map((clue) => index.get(clue) ?? []);
    const candidates = new Set(told.filter(({ length }) => length <= mostOfOneClue).flat());
    for (const head of candidates) {
      const ruleId = moveRule(base, head);
      if (ruleId !== undefined && areAlike(base, head, names)) moves.push({ base, head, ruleId });
    }
  }
  const times = new Map<Contract, number>();
  for (const { base, head } of moves) for (const end of [base, head]) times.set(end, (times.get(end) ?? 0) + 1);
  return moves.filter(({ base, head }) => times.get(base) === 1 && times.get(head) === 1);
}

/** What more pages than these have in common tells nothing about any of them, and comparing all with all would cost their square. */
const mostOfOneClue = 200;

/** A moved page keeps at least one of these. */
function cluesOf(contract: Contract): string[] {
  const place = contract.kind === 'operation' ? contract.path : contract.name;
  const literals = place.replaceAll(/\{[^}]*\}\/?/g, '').toLowerCase();
  const last =
    literals
      .split('/')
      .filter((segment) => segment !== '')
      .at(-1) ?? '';
  return [`file ${contract.file}`, `title ${contract.title}`, `place ${literals}`, `last ${last}`].map(
    (clue) => `${contract.kind} ${clue}`,
  );
}

type RowNames = (contract: Contract) => ReadonlySet<string>;

function createRowNames(): RowNames {
  const known = new Map<Contract, ReadonlySet<string>>();
  return (contract) => {
    const names =
      known.get(contract) ??
      new Set([...rowsOf(contract)].filter(({ field }) => !isEnvelope(contract, field.name)).map(({ field }) => field.name));
    known.set(contract, names);
    return names;
  };
}

/** Rows that every notification has say nothing about which of them it is. */
function isEnvelope({ kind }: Contract, name: string): boolean {
  return kind === 'webhook' && envelopeNames.has(name);
}

/** A placeholder that only one of the two has is said by the rule of the move, and no row that the other lacks. */
function areAlike(base: Contract, head: Contract, namesOf: RowNames): boolean {
  const before = namesOf(base);
  const after = namesOf(head);
  const common = [...before].filter((name) => after.has(name)).length;
  const placeholders = new Set([...placeholdersOf(base), ...placeholdersOf(head)]);
  const isTold = (name: string): boolean => placeholders.has(name) && !(before.has(name) && after.has(name));
  const all = new Set([...before, ...after].filter((name) => !isTold(name))).size;
  const share = all === 0 ? 1 : common / all;
  return share >= (base.title === head.title ? 0.5 : 0.75);
}

function placeholdersOf(contract: Contract): readonly string[] {
  return contract.kind === 'operation' ? contract.pathParameters : [];
}

/** What the addresses of two contracts have in common tells which rule a pair of them is. */
function moveRule(base: Contract, head: Contract): RuleId | undefined {
  if (base.kind === 'webhook' || head.kind === 'webhook') {
    return base.protocol === head.protocol ? 'webhook-event-renamed' : 'webhook-format-changed';
  }
  if (base.method !== head.method) return base.path === head.path ? 'operation-method-changed' : undefined;
  if (base.protocol !== head.protocol) return 'operation-protocol-changed';
  const before = base.pathParameters;
  const after = head.pathParameters;
  if (shapeOf(base.path) === shapeOf(head.path)) {
    return [...before].sort().join() === [...after].sort().join() ? 'path-param-reordered' : 'path-param-renamed';
  }
  if (literalsOf(base.path) === literalsOf(head.path)) {
    if (after.length === before.length) return 'path-param-reordered';
    return after.length > before.length ? 'path-param-added' : 'path-param-removed';
  }
  const isSamePage = base.file === head.file || base.path.toLowerCase() === head.path.toLowerCase();
  return isSamePage ? 'operation-path-changed' : 'page-moved';
}

function shapeOf(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

function literalsOf(path: string): string {
  return path
    .split('/')
    .filter((segment) => !segment.startsWith('{'))
    .join('/');
}

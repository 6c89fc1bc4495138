import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api } from '../model/api.js';
import { acceptFindings, type AcceptanceEntry } from './accept-findings.js';
import { compareContract } from './compare-contract.js';
import { contractsOf, requestRows, responseRows, type Contract } from './contract.js';
import { newDiagnostics } from './new-diagnostics.js';
import { spotAt, type Draft } from './draft.js';
import { isEqualData } from './equal-data.js';
import { fingerprintOf } from './fingerprint.js';
import type { Change, ChangeWord, DriftReport, Finding, Level, NotEvaluated } from './finding.js';
import { pairContracts, type MovedContract, type RemovedContract } from './pair-contracts.js';
import { rules, type RuleId } from './registry.js';
import { withDescendants } from './row.js';
import { defaultHelp, type Rule } from './rule.js';
import { judge, summarise } from './verdict.js';

export interface DiffOptions {
  /** Levels that differ from the catalogue's. */
  readonly levels?: ReadonlyMap<RuleId, Level>;
  /** Entries of the file of accepted findings, and the day on which they have to hold: `2026-03-31`. */
  readonly accepted?: { readonly entries: readonly AcceptanceEntry[]; readonly today: string };
  /** Pages that cannot be read in the one revision or the other: nothing is said of their operations. */
  readonly unreadable?: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** All that was said about the pages of both revisions. */
  readonly diagnostics?: { readonly base: readonly Diagnostic[]; readonly head: readonly Diagnostic[] };
}

/** What changed in the documented contract from base to head (drift-rules.md, design.md §3). */
export function diffApis(base: Api, head: Api, options: DiffOptions = {}): DriftReport {
  const unreadable = {
    base: new Set(options.unreadable?.base),
    head: new Set(options.unreadable?.head),
  };
  const notEvaluated = [...unevaluated(base, unreadable.head), ...unevaluated(head, unreadable.base)];
  // Also of the revision itself: it may still hold what such a page said when it was last understood.
  const either = new Set([...unreadable.base, ...unreadable.head]);
  const all = collectFindings(withoutPages(base, either), withoutPages(head, either), options.levels ?? new Map());
  const { findings, accepted } = acceptFindings(all, options.accepted);
  return {
    version: 1,
    verdict: judge(findings),
    summary: summarise(findings),
    findings,
    diagnostics: newDiagnostics(options.diagnostics?.base ?? [], options.diagnostics?.head ?? []),
    notEvaluated,
    accepted,
  };
}

function withoutPages({ version, pages }: Api, files: ReadonlySet<string>): Api {
  return { version, pages: pages.filter(({ file }) => !files.has(file)) };
}

function unevaluated(api: Api, files: ReadonlySet<string>): NotEvaluated[] {
  return contractsOf(api)
    .filter(({ file }) => files.has(file))
    .map(({ id, file }) => ({ operation: id, file }));
}

function collectFindings(base: Api, head: Api, levels: ReadonlyMap<RuleId, Level>): Finding[] {
  const findings = new Map<string, Finding>();
  const add = (draft: Draft, operation: string): void => {
    const finding = completeFinding(draft, operation, levels);
    if (finding.level === 'off') return;
    // Edits that nothing tells apart are one finding, which stands for all of them.
    const covers = [...(findings.get(finding.fingerprint)?.covers ?? []), ...finding.covers];
    findings.set(finding.fingerprint, { ...finding, covers });
  };
  const paired = pairContracts(base, head);
  for (const pair of paired.kept) {
    if (isEqualData(pair.base, pair.head)) continue;
    for (const draft of compareContract(pair)) add(draft, pair.head.id);
  }
  for (const move of paired.moved) {
    add(describeMove(move), move.base.id);
    for (const draft of compareContract(move)) add(draft, move.head.id);
  }
  const baseFiles = filesWithContracts(base);
  const headFiles = filesWithContracts(head);
  for (const removed of paired.removed) add(describeRemoval(removed, headFiles), removed.contract.id);
  for (const contract of paired.added) add(describeAddition(contract, baseFiles), contract.id);
  return [...findings.values()].sort(inReadingOrder);
}

function completeFinding(draft: Draft, operation: string, levels: ReadonlyMap<RuleId, Level>): Finding {
  const { ruleId, side, field, from, to, values, message, base, head, covers = [] } = draft;
  const rule: Rule = rules[ruleId];
  const { semver, level, ...judgement } = draft.milder === true && rule.milder !== undefined ? rule.milder : rule;
  const breaks = draft.breaks ?? judgement.breaks;
  const finding = {
    ruleId,
    class: rule.class,
    level: levels.get(ruleId) ?? level,
    semver,
    breaks,
    side,
    operation,
    field,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(values !== undefined && { values }),
    ...(draft.firstInOperation && { firstInOperation: true as const }),
    ...(draft.lastInOperation && { lastInOperation: true as const }),
    message,
    help: breaks === rule.breaks ? rule.help : defaultHelp({ breaks, level }),
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
    covers,
  };
  const fingerprint = fingerprintOf(finding);
  const isLowered = finding.level !== 'error' && semver === 'major';
  return { ...finding, semver: isLowered ? 'minor' : semver, fingerprint };
}

function filesWithContracts(api: Api): ReadonlySet<string> {
  return new Set(contractsOf(api).map(({ file }) => file));
}

function describeMove({ base, head, ruleId }: MovedContract): Draft {
  return {
    ruleId,
    side: null,
    field: null,
    from: base.id,
    to: head.id,
    message: `\`${base.id}\` is \`${head.id}\` now`,
    base: spotAt(base.file, base.place, base.id),
    head: spotAt(head.file, head.place, head.id),
    covers: [operationChange(base, 'operation-removed'), operationChange(head, 'operation-added')],
  };
}

function describeRemoval({ contract, successor }: RemovedContract, headFiles: ReadonlySet<string>): Draft {
  const isWholePage = !headFiles.has(contract.file);
  const ruleId = contract.kind === 'webhook' ? 'webhook-event-removed' : isWholePage ? 'page-removed' : 'operation-removed';
  const advice = successor === undefined ? '' : `; its page only points to \`${successor}\` now`;
  return {
    ruleId,
    side: null,
    field: null,
    message: `\`${contract.id}\` is no longer documented${advice}`,
    base: spotAt(contract.file, contract.place, contract.id),
    covers: isWholePage ? coveredRows(contract, () => 'field-removed') : [],
  };
}

function describeAddition(contract: Contract, baseFiles: ReadonlySet<string>): Draft {
  const isWholePage = !baseFiles.has(contract.file);
  const ruleId = contract.kind === 'webhook' ? 'webhook-event-added' : isWholePage ? 'page-added' : 'operation-added';
  return {
    ruleId,
    side: null,
    field: null,
    message: `\`${contract.id}\` is documented now`,
    head: spotAt(contract.file, contract.place, contract.id),
    covers: isWholePage ? coveredRows(contract, (required) => (required ? 'field-added-required' : 'field-added-optional')) : [],
  };
}

function operationChange({ id }: Contract, change: ChangeWord): Change {
  return { operation: id, side: null, field: null, change };
}

function coveredRows(contract: Contract, wordOf: (required: boolean) => ChangeWord): Change[] {
  const tables = [
    ['request', requestRows(contract)],
    ['response', responseRows(contract)],
  ] as const;
  return tables.flatMap(([side, roots]) =>
    roots.flatMap((root) =>
      [...withDescendants(root)].map(({ path, field }) => ({ operation: contract.id, side, field: path, change: wordOf(field.required) })),
    ),
  );
}

const levelOrder: readonly Level[] = ['error', 'warn', 'info', 'off'];

function inReadingOrder(left: Finding, right: Finding): number {
  return (
    byText(left.operation, right.operation) ||
    levelOrder.indexOf(left.level) - levelOrder.indexOf(right.level) ||
    byText(left.side ?? '', right.side ?? '') ||
    byText(left.field ?? '', right.field ?? '') ||
    byText(left.ruleId, right.ruleId) ||
    byText(left.fingerprint, right.fingerprint)
  );
}

/** Code-unit order, so that the locale has no say. */
function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

import type { Operation, RateLimit, Webhook } from '../../model/api.js';
import { readRepetition, readRetryGuidance } from '../../model/stated.js';
import type { ContractPair } from '../contract.js';
import { spotAt, type Draft } from '../draft.js';
import type { RuleId } from '../registry.js';

/** What stands around the tables: title, notices, links, samples, and what the description promises (drift-rules.md §12). */
export function* detectProseChanges(pair: ContractPair): Generator<Draft> {
  const { base, head } = pair;
  if (base.title !== head.title) yield proseDraft(pair, 'title-changed', { word: 'title', before: base.title, after: head.title });
  yield* listChange(pair, 'official-link-changed', 'links', ({ links }) => links.map(({ url }) => url));
  yield* listChange(pair, 'availability-changed', 'notices', (contract) => noticesOfAvailability(contract, pair));
  yield* listChange(pair, 'example-changed', 'samples', ({ samples }) => samples.map(({ input }) => JSON.stringify(input ?? null)));
  const promises = [...(isOperationPair(pair) ? operationPromises(pair) : isWebhookPair(pair) ? webhookPromises(pair) : [])];
  yield* promises;
  if (promises.length === 0 && base.description !== head.description) {
    yield proseDraft(pair, 'description-changed', { word: 'description', before: null, after: null });
  }
}

/** The first appearance of an end-of-life mark, and its end, are a matter of the contract; its wording is not. */
function noticesOfAvailability({ notices, deprecated }: Operation | Webhook, { base, head }: ContractPair): string[] {
  const isMark = (status: string): boolean => status === deprecated?.status;
  const staysDeprecated = base.deprecated !== undefined && head.deprecated !== undefined;
  return notices.filter(({ status }) => staysDeprecated || !isMark(status)).map(({ status, text }) => `${status} ${text}`);
}

function isOperationPair(pair: ContractPair): pair is ContractPair<Operation> {
  return pair.base.kind === 'operation' && pair.head.kind === 'operation';
}

function isWebhookPair(pair: ContractPair): pair is ContractPair<Webhook> {
  return pair.base.kind === 'webhook' && pair.head.kind === 'webhook';
}

function* operationPromises(pair: ContractPair<Operation>): Generator<Draft> {
  yield* rateLimits(pair);
  const before = pair.base.prose.idempotencyDays ?? 0;
  const after = pair.head.prose.idempotencyDays ?? 0;
  if (before !== after) {
    yield proseDraft(pair, after < before ? 'idempotency-window-shortened' : 'idempotency-window-lengthened', {
      word: 'days in which a repeated call is recognised',
      before: String(before),
      after: String(after),
    });
  }
  const oldCodes = errorCodes(pair.base);
  const newCodes = errorCodes(pair.head);
  const gained = newCodes.filter((code) => !oldCodes.includes(code));
  const lost = oldCodes.filter((code) => !newCodes.includes(code));
  if (gained.length > 0) yield proseDraft(pair, 'error-code-added', { word: 'error codes', before: null, after: gained.join(', ') });
  if (lost.length > 0) yield proseDraft(pair, 'error-code-removed', { word: 'error codes', before: lost.join(', '), after: null });
  const oldGuidance = readRetryGuidance(pair.base.description);
  const newGuidance = readRetryGuidance(pair.head.description);
  if (oldGuidance !== newGuidance) {
    const edit = { word: 'advice on repeating the call', before: oldGuidance ?? null, after: newGuidance ?? null };
    yield proseDraft(pair, 'retry-guidance-changed', edit);
  }
  if (pair.base.answer.kind === 'stream' && pair.head.answer.kind === 'stream') {
    const wording = ({ answer }: Operation): string =>
      answer.kind === 'stream' ? answer.fields.map(({ name, description }) => `${name} ${description}`).join('\n') : '';
    if (wording(pair.base) !== wording(pair.head)) {
      yield proseDraft(pair, 'error-table-changed', { word: 'dictionary of failures', before: null, after: null });
    }
  }
}

/** Limits of one scope belong together, and the others in their order. */
function* rateLimits(pair: ContractPair<Operation>): Generator<Draft> {
  const before = [...pair.base.prose.rateLimits];
  const after = [...pair.head.prose.rateLimits];
  const couples: [RateLimit | undefined, RateLimit | undefined][] = [];
  for (const limit of [...before]) {
    const twin = after.find(({ scope }) => scope === limit.scope);
    if (twin === undefined) continue;
    couples.push([limit, twin]);
    before.splice(before.indexOf(limit), 1);
    after.splice(after.indexOf(twin), 1);
  }
  for (let index = 0; index < Math.max(before.length, after.length); index++) couples.push([before[index], after[index]]);
  for (const [old, young] of couples) yield* rateLimit(pair, old, young);
}

function* rateLimit(pair: ContractPair<Operation>, before: RateLimit | undefined, after: RateLimit | undefined): Generator<Draft> {
  const oldRate = before === undefined ? Infinity : perDay(before);
  const newRate = after === undefined ? Infinity : perDay(after);
  const edit = { word: 'rate limit', before: before ? describeRate(before) : null, after: after ? describeRate(after) : null };
  if (oldRate !== newRate) yield proseDraft(pair, newRate < oldRate ? 'rate-limit-lowered' : 'rate-limit-raised', edit);
  else if (before?.scope !== after?.scope) yield proseDraft(pair, 'rate-limit-scope-changed', edit);
}

const secondsPer = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;

function perDay({ limit, per }: RateLimit): number {
  return (limit * secondsPer.day) / secondsPer[per];
}

function describeRate({ limit, per, scope }: RateLimit): string {
  return `${scope}${scope === '' ? '' : ' '}${limit} per ${per}`;
}

function errorCodes({ prose }: Operation): string[] {
  return prose.errorCodes.map(({ status, code }) => `${status}-${code}`);
}

function* webhookPromises(pair: ContractPair<Webhook>): Generator<Draft> {
  const before = readRepetition(noticesOf(pair.base));
  const after = readRepetition(noticesOf(pair.head));
  if (before.deadline !== after.deadline) {
    const edit = { word: 'seconds for the reply', before: before.deadline ?? null, after: after.deadline ?? null };
    yield proseDraft(pair, 'webhook-deadline-changed', edit);
  }
  if (before.rhythm !== after.rhythm) {
    const edit = { word: 'rhythm of repetitions', before: before.rhythm ?? null, after: after.rhythm ?? null };
    yield proseDraft(pair, 'webhook-retries-changed', edit);
  }
  const anchors = ({ notes }: Webhook): string[] => notes.flatMap(({ anchor }) => anchor ?? []);
  const gained = anchors(pair.head).filter((anchor) => !anchors(pair.base).includes(anchor));
  const lost = anchors(pair.base).filter((anchor) => !anchors(pair.head).includes(anchor));
  if (gained.length > 0) yield proseDraft(pair, 'variant-added', { word: 'variants', before: null, after: gained.join(', ') });
  if (lost.length > 0) yield proseDraft(pair, 'variant-removed', { word: 'variants', before: lost.join(', '), after: null });
}

function noticesOf({ description, alerts, notes }: Webhook): string {
  return [description, ...alerts.flatMap(({ items }) => items), ...notes.map(({ text }) => text)].join('\n');
}

function* listChange(
  pair: ContractPair,
  ruleId: RuleId,
  word: string,
  listOf: (contract: Operation | Webhook) => readonly string[],
): Generator<Draft> {
  const before = listOf(pair.base).join('\n');
  const after = listOf(pair.head).join('\n');
  if (before !== after) yield proseDraft(pair, ruleId, { word, before: null, after: null });
}

function proseDraft(
  { base, head }: ContractPair,
  ruleId: RuleId,
  { word, before, after }: { readonly word: string; readonly before: string | null; readonly after: string | null },
): Draft {
  const message =
    before === null && after === null
      ? `the ${word} changed`
      : `the ${word}: ${before === null ? 'not stated' : `\`${before}\``} before, ${after === null ? 'not stated' : `\`${after}\``} now`;
  return {
    ruleId,
    side: null,
    field: null,
    message,
    base: spotAt(base.file, base.place, before),
    head: spotAt(head.file, head.place, after),
  };
}

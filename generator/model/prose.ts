import { proseWords } from '../page/tokens.js';
import type { ProseMetadata, RateLimit } from './api.js';

/**
 * What a description states in words: rate limits, how long a call may be repeated, error codes (dialect.md §13.3, design.md §4).
 * Sentences that name no number yield nothing.
 */
export function readProse(description: string): ProseMetadata {
  const days = idempotencyDays(description);
  return {
    rateLimits: rateLimits(description),
    ...(days !== undefined && { idempotencyDays: days }),
    errorCodes: errorCodes(description),
  };
}

function rateLimits(description: string): RateLimit[] {
  return clauses(description).flatMap((clause): RateLimit[] => {
    const match = proseWords.rate.exec(clause);
    if (!match?.groups) return [];
    const { number = '', unit = '', qps } = match.groups;
    const per = qps ? 'second' : proseWords.rateUnits.get(unit.toLowerCase());
    if (!per) return [];
    const scope = clause.slice(0, match.index).replace(proseWords.rateLeadIn, '').trim();
    return [{ limit: Number(number), per, scope }];
  });
}

function idempotencyDays(description: string): number | undefined {
  const match = proseWords.idempotency.exec(description);
  if (!match?.groups) return undefined;
  const { number = '', unit = '' } = match.groups;
  const days = proseWords.dayUnits.get(unit);
  return days === undefined ? undefined : Number(number) * days;
}

function errorCodes(description: string): { status: number; code: string }[] {
  const found = new Map<string, { status: number; code: string }>();
  for (const [whole, status, code = ''] of description.matchAll(/(?<![0-9A-Za-z_-])([1-5][0-9]{2})-([A-Z][A-Z0-9_]+)(?![0-9A-Za-z_-])/g)) {
    found.set(whole, { status: Number(status), code });
  }
  return [...found.values()];
}

function clauses(description: string): string[] {
  return description.split(/[。；;，,：:（）()\n]/);
}

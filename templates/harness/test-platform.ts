import type { Merchant } from '../runtime/merchant.js';
import type { ArrivedRequest } from '../testing/arrived-request.js';
import { checkRequest } from '../testing/check-request.js';
import type { JsonObject } from '../testing/json.js';
import { makeAnswer, makeError } from '../testing/make-answer.js';
import type { OperationCase } from '../testing/operation-case.js';
import { startServer, type WireAnswer } from '../testing/server.js';
import type { Tampering } from '../testing/sign-answer.js';
import { keys } from './keys.js';
import { testMerchant } from './test-merchant.js';

/** What the platform is about to see and do. */
export interface Plan {
  readonly operation: OperationCase;
  /** What the caller gives; all of it has to arrive. */
  readonly input: JsonObject;
  readonly tampering?: Tampering | undefined;
  /** Instead of the good answer. */
  readonly answer?: WireAnswer;
}

/** What the platform saw since the last plan. */
export interface Seen {
  readonly requests: readonly ArrivedRequest[];
  readonly answers: readonly WireAnswer[];
  /** What was wrong with the requests. */
  readonly faults: readonly string[];
}

/** A platform of its own on loopback, and a merchant that calls it. */
export interface TestPlatform {
  readonly merchant: Merchant;
  /** Forgets what it saw. */
  plan(plan: Plan): void;
  readonly seen: Seen;
  close(): Promise<void>;
}

export async function startTestPlatform(): Promise<TestPlatform> {
  let plan: Plan | undefined;
  let seen = { requests: [] as ArrivedRequest[], answers: [] as WireAnswer[], faults: [] as string[] };
  const server = await startServer((request) => {
    seen.requests.push(request);
    const answer =
      plan === undefined ? makeError(500, { code: 'SYSTEM_ERROR', message: 'nothing was planned' }) : answerOf(request, plan, seen.faults);
    seen.answers.push(answer);
    return answer;
  });
  return {
    merchant: testMerchant(server.origin),
    plan(next) {
      plan = next;
      seen = { requests: [], answers: [], faults: [] };
    },
    get seen() {
      return seen;
    },
    close: server.close,
  };
}

function answerOf(request: ArrivedRequest, { operation, input, tampering, answer }: Plan, faults: string[]): WireAnswer {
  const now = Math.floor(Date.now() / 1000);
  faults.push(...checkRequest(request, operation, input, { keys, now }));
  return answer ?? makeAnswer(operation.answer, operation.protocol, { keys, now, tampering });
}

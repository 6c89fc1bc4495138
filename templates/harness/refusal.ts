import { buildXml } from '../testing/xml.js';
import { makeError } from '../testing/make-answer.js';
import { textsOf } from '../testing/json.js';
import type { OperationCase } from '../testing/operation-case.js';
import type { WireAnswer } from '../testing/server.js';

/** How the platform says no: with a status in v3, in the XML in v2 (runtime-requirements.md §7, §10). */
export function refusal({ protocol, answer }: OperationCase): WireAnswer {
  if (protocol === 'v3' || answer.kind === 'json') return makeError(400, { code: 'PARAM_ERROR', message: 'the platform does not like it' });
  const failure =
    answer.kind === 'stream' && answer.failure
      ? textsOf(answer.failure)
      : { return_code: 'FAIL', return_msg: 'the platform does not like it' };
  return { status: 200, headers: { 'Content-Type': 'text/xml' }, body: buildXml(failure) };
}

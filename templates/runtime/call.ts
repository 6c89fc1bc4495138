import { applyLayers } from './apply-layers.js';
import { Deadline } from './deadline.js';
import { ValidationError } from './errors.js';
import type { Merchant } from './merchant.js';
import type { CallOptions, Input, Operation, Result } from './operation.js';
import { reportUnknown } from './report-unknown.js';
import { request } from './request.js';
import { tell } from './tell.js';

/**
 * Carries out an operation: validates and seals the input, sends it, proves the answer and opens it.
 *
 * @typeParam Data The emitted type of the answer.
 * @throws {ValidationError} When the input is wrong; nothing was sent.
 * @throws {ConfigError} When a key that the call needs is not set; nothing was sent.
 * @throws {ConnectionError} When no answer came; `TimeoutError` when the time ran out, `AbortError` when the signal ended the call.
 * @throws {ApiError} When the answer is a failure.
 * @throws {SignatureError} When the answer is not proven to come from the platform.
 * @throws {DecryptError} When a field of the answer cannot be decrypted.
 */
export async function call<Data>(
  merchant: Merchant,
  operation: Operation,
  input: object,
  options: CallOptions = {},
): Promise<Result<Data>> {
  const valid = checkInput(merchant, operation, input);
  const deadline = new Deadline(options.timeout ?? secondsOf(valid) ?? merchant.timeout, options.signal);
  try {
    const outgoing = await deadline.race(operation.send(merchant, operation, withHeaders(valid, options)), 'not-sent');
    const { response, received } = await request(merchant, operation, outgoing, { deadline, retries: options.retries ?? merchant.retries });
    const data = applyLayers(received, operation.open ?? [], { merchant, shape: operation.shape });
    if (operation.shape !== undefined) reportUnknown(merchant, operation.id, data, operation.shape);
    return {
      // Answers are read loosely: the page says what they hold, and what differs was reported.
      data: data as Data,
      status: response.status,
      headers: response.headers,
      requestId: response.headers.get('Request-ID') ?? undefined,
    };
  } finally {
    deadline.clear();
  }
}

function checkInput(merchant: Merchant, operation: Operation, input: object): Input {
  const issues = operation.validate(input) ?? [];
  const reported = merchant.unknownRequestEnum === 'report' ? issues.filter((issue) => issue.kind === 'enum') : [];
  if (issues.length > reported.length) throw new ValidationError(issues);
  for (const { pointer } of reported) tell(merchant.onUnknown, { operation: operation.id, side: 'request', kind: 'value', pointer });
  // The validator vouches for an object of groups.
  return input as Input;
}

/** The row `timeout` of a page is in seconds. */
function secondsOf({ timeout }: Input): number | undefined {
  return typeof timeout === 'number' ? timeout * 1000 : undefined;
}

function withHeaders(input: Input, { headers }: CallOptions): Input {
  return headers ? { ...input, headers: { ...(input['headers'] as object | undefined), ...headers } } : input;
}

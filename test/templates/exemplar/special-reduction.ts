import { ValidationError } from '../../../templates/runtime/errors.js';
import { call } from '../../../templates/runtime/call.js';
import { decryptField } from '../../../templates/runtime/decrypt-field.js';
import { encryptField } from '../../../templates/runtime/encrypt-field.js';
import type { Merchant } from '../../../templates/runtime/merchant.js';
import type { CallOptions, Operation, Result } from '../../../templates/runtime/operation.js';
import { receiveJson } from '../../../templates/runtime/receive-json.js';
import { sendJson } from '../../../templates/runtime/send-json.js';
import { type StandardSchema, toStandardResult } from '../../../templates/runtime/standard-schema.js';
import { fail, isObject, notListed, type Issue, type Issues } from '../../../templates/runtime/validation.js';

/** What {@link post} takes. */
export interface PostInput {
  /** The body of the request. */
  readonly json: PostInputJson;
  /** Headers of the request. */
  readonly headers?: PostInputHeaders | undefined;
}

export interface PostInputJson {
  /** The merchant number. */
  readonly mchid: string;
  /** The ledger account number. Encrypted on the way to the platform; give the plain text. */
  readonly bal_account_no: string;
  /** The merchant's number of this reduction. */
  readonly out_request_no: string;
  /** The type of the reduction. */
  readonly reduction_type: 'FINANCIAL_PENALTY' | 'JUDICIAL_DEDUCTION';
  /** The amount. */
  readonly amount: number;
  /** The reason. */
  readonly reason?: string | undefined;
}

export interface PostInputHeaders {
  /** Names the platform key that encrypts; supplied by the SDK. */
  readonly 'Wechatpay-Serial'?: string | undefined;
}

/** What {@link post} answers. */
export interface PostOutput {
  /** The merchant number. */
  readonly mchid?: string;
  /** The ledger account number, decrypted. */
  readonly bal_account_no?: string;
  /** The merchant's number of this reduction. */
  readonly out_request_no?: string;
  /** The type of the reduction. */
  readonly reduction_type?: 'FINANCIAL_PENALTY' | 'JUDICIAL_DEDUCTION' | (string & {});
  /** The amount. */
  readonly amount?: number;
  /** The result. */
  readonly state?: 'PROCESSING' | 'SUCCESS' | 'FAILED' | (string & {});
}

const reductionTypes = ['FINANCIAL_PENALTY', 'JUDICIAL_DEDUCTION'] as const;

/**
 * Lists all that is wrong with the input of {@link post}.
 *
 * @returns The issues, or `undefined` when there is none.
 */
export function validatePostInput(input: unknown): Issue[] | undefined {
  if (!isObject(input)) return fail(undefined, '', input, 'an object');
  let issues: Issues;
  const json = input['json'];
  if (!isObject(json)) issues = fail(issues, '/json', json, 'an object');
  else {
    if (typeof json['mchid'] !== 'string') issues = fail(issues, '/json/mchid', json['mchid'], 'a string');
    if (typeof json['bal_account_no'] !== 'string') issues = fail(issues, '/json/bal_account_no', json['bal_account_no'], 'a string');
    if (typeof json['out_request_no'] !== 'string') issues = fail(issues, '/json/out_request_no', json['out_request_no'], 'a string');
    const reductionType = json['reduction_type'];
    if (reductionType !== 'FINANCIAL_PENALTY' && reductionType !== 'JUDICIAL_DEDUCTION')
      issues = notListed(issues, '/json/reduction_type', reductionType, `one of ${reductionTypes.join(', ')}`);
    if (!Number.isInteger(json['amount'])) issues = fail(issues, '/json/amount', json['amount'], 'an integer');
    const reason = json['reason'];
    if (reason !== undefined && typeof reason !== 'string') issues = fail(issues, '/json/reason', reason, 'a string');
  }
  const headers = input['headers'];
  if (headers !== undefined) {
    if (!isObject(headers)) issues = fail(issues, '/headers', headers, 'an object');
    else {
      const serial = headers['Wechatpay-Serial'];
      if (serial !== undefined && typeof serial !== 'string') issues = fail(issues, '/headers/Wechatpay-Serial', serial, 'a string');
    }
  }
  return issues;
}

/** Whether a value is a valid {@link PostInput}. */
export function isPostInput(input: unknown): input is PostInput {
  return validatePostInput(input) === undefined;
}

/**
 * Makes sure that a value is a valid {@link PostInput}.
 *
 * @throws {ValidationError} With all issues.
 */
export function assertPostInput(input: unknown): asserts input is PostInput {
  const issues = validatePostInput(input);
  if (issues !== undefined) throw new ValidationError(issues);
}

/** {@link PostInput} as a Standard Schema. */
export const PostInputSchema: StandardSchema<PostInput> = {
  '~standard': { version: 1, vendor: 'docwright', validate: (value) => toStandardResult(value, validatePostInput(value)) },
};

/** The facts of {@link post} that the runtime works from. */
export const postOperation: Operation = {
  id: 'POST /v3/aggracct-bc/wb-channel/special-reduction',
  method: 'POST',
  path: '/v3/aggracct-bc/wb-channel/special-reduction',
  validate: validatePostInput,
  send: sendJson,
  receive: receiveJson,
  seal: [['json.bal_account_no', encryptField]],
  open: [['bal_account_no', decryptField]],
  shape: {
    mchid: '',
    bal_account_no: '',
    out_request_no: '',
    reduction_type: reductionTypes,
    amount: 0,
    state: ['PROCESSING', 'SUCCESS', 'FAILED'],
  },
  idempotentBy: 'out_request_no',
  rateLimits: [{ limit: 100, per: 'second', scope: 'per target merchant' }],
  idempotencyDays: 31,
  errorCodes: [
    { status: 403, code: 'NOT_ENOUGH' },
    { status: 400, code: 'ALREADY_EXISTS' },
  ],
};

/**
 * Reduces the balance of an account.
 *
 * @param merchant Who calls.
 * @param input What to reduce.
 * @param options For this call only.
 * @throws {ValidationError} Before sending, when the input is wrong.
 */
export function post(merchant: Merchant, input: PostInput, options?: CallOptions): Promise<Result<PostOutput>> {
  return call<PostOutput>(merchant, postOperation, input, options);
}

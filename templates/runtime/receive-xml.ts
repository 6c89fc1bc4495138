import { ApiError, DecryptError, SignatureError } from './errors.js';
import { gatherLists } from './flat-lists.js';
import type { Merchant } from './merchant.js';
import type { Operation, Receive } from './operation.js';
import { parseXml } from './parse-xml.js';
import { readBody } from './read-body.js';
import { isSignedWith } from './sign-parameters.js';
import { typeTexts } from './type-texts.js';

/** Codes that leave open what will become of the call: its state has to be asked for. */
const OPEN = /^(SYSTEM_?ERROR|BANK_?ERROR|USER_?PAYING|PROCESSING)$/;

/** Reads a v2 answer: first whether it was accepted, then its sign if there is one, then whether it was carried out. */
export const receiveXml: Receive = async (merchant, operation, response) => {
  const body = parseXml(new TextDecoder().decode(await readBody(response)));
  if (!body) throw new DecryptError(`${operation.id} answered something that is no XML message`);
  return checkMessage(merchant, operation, response, body);
};

/** Reads a v2 answer that is a file, or an XML message when something is wrong. */
export const receiveXmlOrStream: Receive = async (merchant, operation, response) => {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const first = await reader.read();
  const start = new TextDecoder().decode(first.value?.subarray(0, 5));
  const whole = new ReadableStream<Uint8Array>({
    start: (controller) => (first.value ? controller.enqueue(first.value) : undefined),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return start === '<xml>' ? receiveXml(merchant, operation, new Response(whole, response)) : whole;
};

function checkMessage(merchant: Merchant, operation: Operation, response: Response, body: Record<string, unknown>): unknown {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const failure = (code: string, message: string) =>
    new ApiError({
      outcome: OPEN.test(code) ? 'unknown' : 'refused',
      status: response.status,
      code,
      message,
      requestId: response.headers.get('Request-ID') ?? undefined,
      operation: operation.id,
    });

  if ((text('return_code') || 'SUCCESS') !== 'SUCCESS') throw failure(text('return_code'), text('return_msg'));
  if (text('sign') && !isSignedWith(textsIn(body), merchant.need('apiV2Key')))
    throw new SignatureError(`The sign of the answer to ${operation.id} does not match \`apiV2Key\``, {
      serial: undefined,
      requestId: response.headers.get('Request-ID') ?? undefined,
    });
  if ((text('result_code') || 'SUCCESS') !== 'SUCCESS') throw failure(text('err_code') || text('result_code'), text('err_code_des'));
  return typeTexts(gatherLists(body, operation.shape), operation.shape);
}

/** The parameters that a sign covers. */
export function textsIn(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

import { ApiError } from './errors.js';
import { gatherLists } from './flat-lists.js';
import type { Merchant } from './merchant.js';
import type { Operation, Receive } from './operation.js';
import { parseXml } from './parse-xml.js';
import { readBody } from './read-body.js';
import { isSignedWith } from './sign-parameters.js';
import { typeTexts } from './type-texts.js';
import { unproven } from './unproven.js';

/** Codes that leave open what will become of the call: its state has to be asked for. */
const OPEN = /^(SYSTEM_?ERROR|BANK_?ERROR|USER_?PAYING|PROCESSING)$/;

/** How a message begins, where a file could come instead. */
const MESSAGE = /^<(xml>|\?xml)/;
const MESSAGE_LENGTH = 5;
const LONGEST_START = 1024;

/** Reads a v2 answer: first whether it was accepted, then its sign if there is one, then whether it was carried out. */
export const receiveXml: Receive = async (merchant, operation, response) => {
  const body = parseXml(new TextDecoder().decode(await readBody(response)));
  if (!body) throw unproven(`${operation.id} answered something that is no XML message`, response);
  return checkMessage(merchant, operation, response, body);
};

/** Reads a v2 answer that has no fields: nothing at all, or an XML message that says whether it was accepted. */
export const receiveXmlOrNothing: Receive = async (merchant, operation, response) => {
  const body = await readBody(response);
  if (body.length > 0) await receiveXml(merchant, operation, new Response(body, response));
};

/** Reads a v2 answer that is a file, or an XML message when something is wrong. */
export const receiveXmlOrStream: Receive = async (merchant, operation, response) => {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const { held, isXml } = await readStart(reader);
  const whole = new ReadableStream<Uint8Array>({
    start: (controller) => (held.length > 0 ? controller.enqueue(held) : undefined),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return isXml ? receiveXml(merchant, operation, new Response(whole, response)) : whole;
};

/** Reads until it is clear what an answer is: a message begins with its root or a declaration, blanks before it or not. */
async function readStart(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<{ readonly held: Uint8Array; readonly isXml: boolean }> {
  let held: Uint8Array = new Uint8Array();
  for (;;) {
    const start = new TextDecoder().decode(held).trimStart().slice(0, MESSAGE_LENGTH);
    if (start.length === MESSAGE_LENGTH || held.length > LONGEST_START) return { held, isXml: MESSAGE.test(start) };
    const { done, value } = await reader.read();
    if (done) return { held, isXml: false };
    held = Buffer.concat([held, value]);
  }
}

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
    throw unproven(`The sign of the answer to ${operation.id} does not match \`apiV2Key\``, response);
  if ((text('result_code') || 'SUCCESS') !== 'SUCCESS') throw failure(text('err_code') || text('result_code'), text('err_code_des'));
  return typeTexts(gatherLists(body, operation.shape), operation.shape);
}

/** The parameters that a sign covers. */
export function textsIn(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

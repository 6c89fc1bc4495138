import type { IncomingMessage, ServerResponse } from 'node:http';
import { ConfigError, WechatPayError } from './errors.js';
import type { NoticeHeaders, Reply } from './operation.js';
import { tell } from './tell.js';
import type { Arrival } from './webhooks.js';

/** Something that receives notifications: `pay.webhooks`, or an object that names the page for it. */
export interface Receiver<Event, Answer = never> {
  receive(rawBody: Uint8Array | string, headers: NoticeHeaders): Promise<Arrival<Event, Answer>>;
}

export interface HandlerOptions<Event, Answer = never> {
  /**
   * Does what is to be done, once the notification is proven. It may be called again with the same `id`. What it resolves to is
   * replied; nothing means "received". When it rejects, the platform is asked to send again.
   */
  readonly handle: (
    event: Event,
  ) => Promise<Answer | Readonly<Record<string, unknown>> | void> | Answer | Readonly<Record<string, unknown>> | void;
  /** Hears why a notification was refused or not handled. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

const LIMIT = 1024 * 1024;

/** A listener for `node:http`. */
export function nodeListener<Event, Answer = never>(receiver: Receiver<Event, Answer>, options: HandlerOptions<Event, Answer>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = await answer(receiver, options, () => readAll(request), request.headers);
    response.writeHead(reply.status, reply.headers).end(reply.body);
  };
}

/** A handler for Express. The route needs `express.raw({ type: () => true })`: only the raw body can be verified. */
export function expressHandler<Event, Answer = never>(receiver: Receiver<Event, Answer>, options: HandlerOptions<Event, Answer>) {
  return async (request: { readonly body?: unknown; readonly headers: NoticeHeaders }, response: ServerResponse): Promise<void> => {
    const reply = await answer(receiver, options, async () => rawOnly(request.body), request.headers);
    response.writeHead(reply.status, reply.headers).end(reply.body);
  };
}

/** A handler for servers that speak `Request` and `Response`. */
export function fetchHandler<Event, Answer = never>(receiver: Receiver<Event, Answer>, options: HandlerOptions<Event, Answer>) {
  return async (request: Request): Promise<Response> => {
    const reply = await answer(receiver, options, () => readAll(request.body ?? []), request.headers);
    return new Response(reply.body || null, { status: reply.status, headers: reply.headers });
  };
}

async function answer<Event, Answer>(
  receiver: Receiver<Event, Answer>,
  { handle, onError }: HandlerOptions<Event, Answer>,
  read: () => Promise<Uint8Array>,
  headers: NoticeHeaders,
): Promise<Reply> {
  let isXml = false;
  try {
    const body = await read();
    isXml = body[0] === '<'.charCodeAt(0);
    const arrival = await receiver.receive(body, headers);
    return arrival.reply((await handle(arrival.event)) ?? undefined);
  } catch (error) {
    tell(onError, error);
    return sendAgain(error, isXml);
  }
}

/** What is wrong is for `onError`; the sender learns no more than that. */
function sendAgain(error: unknown, isXml: boolean): Reply {
  const status = error instanceof WechatPayError ? 401 : 500;
  if (isXml)
    return {
      status: 200,
      headers: { 'Content-Type': 'text/xml' },
      body: '<xml><return_code>FAIL</return_code><return_msg>FAIL</return_msg></xml>',
    };
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code: 'FAIL', message: 'FAIL' }) };
}

async function readAll(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > LIMIT) throw new RangeError(`The notification is longer than ${LIMIT} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function rawOnly(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw new ConfigError(
    'Hand the raw body to the handler, as `express.raw({ type: () => true })` does: one that was parsed does not verify',
  );
}

import { request as requestHttp } from 'node:http';
import { type Agent, request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import type { Transport } from './operation.js';

/**
 * What `fetch` does, for what `fetch` does not do: client certificates, and `GET` with a body. Redirects are not followed.
 *
 * @param agent For `https:` (default: that of Node).
 */
export async function fetchOverNode(url: URL, init: RequestInit, agent?: Agent): Promise<Response> {
  const { method, signal, body } = init;
  const headers = {
    ...(init.headers as Record<string, string>),
    ...(body && { 'Content-Length': String(Buffer.byteLength(body as Uint8Array)) }),
  };
  return new Promise((resolve, reject) => {
    const options = { method, headers, signal: signal ?? undefined };
    const sent = url.protocol === 'http:' ? requestHttp(url, options) : requestHttps(url, { ...options, agent });
    sent.once('response', (answer) => {
      const entries = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
      const status = answer.statusCode ?? 0;
      const hasBody = ![204, 205, 304].includes(status);
      // Node's own stream types and those of `fetch` differ in name only.
      const stream = Readable.toWeb(answer) as ConstructorParameters<typeof Response>[0];
      try {
        resolve(new Response(hasBody ? stream : null, { status, headers: entries }));
      } catch (error) {
        // `Response` knows no status above 599, which some gateways answer. Thrown here, it would end the process.
        reject(error);
        answer.destroy();
      }
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Sends a `GET` that has a body, as its page says: `fetch` refuses to. */
export const fetchWithBody: Transport = async (merchant, url, init) => (init.body ? fetchOverNode(url, init) : merchant.fetch(url, init));

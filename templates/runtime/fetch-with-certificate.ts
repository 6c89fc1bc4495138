import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import type { Merchant } from './merchant.js';
import type { Transport } from './operation.js';

const agents = new WeakMap<Merchant, Agent>();

/**
 * Sends a request over TLS with the merchant's client certificate (`security` on pages). A mock server on loopback speaks plain
 * HTTP and gets the request through `fetch`.
 *
 * @throws {ConfigError} When `clientCertificate` is not set.
 */
export const fetchWithCertificate: Transport = async (merchant, url, init) => {
  if (url.protocol === 'http:') return merchant.fetch(url, init);
  const agent = agents.get(merchant) ?? makeAgent(merchant);
  agents.set(merchant, agent);
  return new Promise((resolve, reject) => {
    const { method, headers, signal, body } = init;
    const sent = request(url, { agent, method, headers: headers as Record<string, string>, signal: signal ?? undefined }, (answer) => {
      const entries = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
      const status = answer.statusCode ?? 0;
      const hasBody = ![204, 205, 304].includes(status);
      // Node's own stream types and those of `fetch` differ in name only.
      const stream = Readable.toWeb(answer) as ConstructorParameters<typeof Response>[0];
      resolve(new Response(hasBody ? stream : null, { status, headers: entries }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
};

function makeAgent(merchant: Merchant): Agent {
  const clientCertificate = merchant.need('clientCertificate');
  if (!('pfx' in clientCertificate)) return new Agent({ keepAlive: true, cert: clientCertificate.cert, key: clientCertificate.key });
  return new Agent({ keepAlive: true, pfx: clientCertificate.pfx, passphrase: clientCertificate.passphrase ?? merchant.mchid });
}

import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import { createSecureContext } from 'node:tls';
import { ConfigError } from './errors.js';
import type { Merchant } from './merchant.js';
import type { Transport } from './operation.js';

const agents = new WeakMap<Merchant, Agent>();

/**
 * Sends a request over TLS with the merchant's client certificate (`security` on pages). A mock server on loopback speaks plain
 * HTTP and gets the request through `fetch`.
 *
 * @throws {ConfigError} When `clientCertificate` is not set, or cannot be read.
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
};

function makeAgent(merchant: Merchant): Agent {
  const given = merchant.need('clientCertificate');
  const certificate =
    'pfx' in given ? { pfx: given.pfx, passphrase: given.passphrase ?? merchant.mchid } : { cert: given.cert, key: given.key };
  try {
    // Read here and not when connecting, where a wrong passphrase would look like a broken connection.
    return new Agent({ keepAlive: true, secureContext: createSecureContext(certificate) });
  } catch (cause) {
    throw new ConfigError('Set `clientCertificate` to a certificate and its key, PEM or PKCS#12 with its passphrase', { cause });
  }
}

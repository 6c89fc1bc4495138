import { Agent } from 'node:https';
import { createSecureContext } from 'node:tls';
import { ConfigError } from './errors.js';
import { fetchOverNode, fetchWithBody } from './fetch-over-node.js';
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
  if (url.protocol === 'http:') return init.method === 'GET' ? fetchWithBody(merchant, url, init) : merchant.fetch(url, init);
  const agent = agents.get(merchant) ?? makeAgent(merchant);
  agents.set(merchant, agent);
  return fetchOverNode(url, init, agent);
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

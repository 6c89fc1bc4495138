import type { Merchant } from './merchant.js';
import type { PlatformKey } from './platform-keys.js';

/**
 * Downloads the platform certificates: what the setting `certificates` takes. Most merchants have a public key and never load the
 * rest of it.
 *
 * @throws {ConfigError} When the merchant has no certificates, because it is one of those with a platform public key.
 */
export async function downloadCertificates(merchant: Merchant): Promise<readonly PlatformKey[]> {
  const { fetchCertificates } = await import('./fetch-certificates.js');
  return fetchCertificates(merchant);
}

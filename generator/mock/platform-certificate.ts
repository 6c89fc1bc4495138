import { createHash, randomBytes } from 'node:crypto';
import { sealGcm } from '../../templates/testing/aes-gcm.js';
import type { JsonObject } from '../../templates/testing/json.js';
import type { Keys } from '../../templates/testing/keys.js';
import { makeCertificate } from './make-certificate.js';

const day = 24 * 60 * 60_000;

/** The serial of the platform's certificate, 40 upper-case hex digits. It certifies the pair whose other name is `platformSerial`. */
export function certificateSerial({ platform }: Keys): string {
  const key = platform.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha1').update(key).digest('hex').toUpperCase();
}

/**
 * The answer of the certificate download (runtime-requirements.md §3): the certificate, sealed with the APIv3 key.
 *
 * @param now Unix milliseconds
 */
export function certificatesAnswer(keys: Keys, now: number): JsonObject {
  const serial = certificateSerial(keys);
  const [from, to] = [now - day, now + 5 * 365 * day];
  const certificate = makeCertificate({ serial, name: 'docwright mock', pair: keys.platform, from, to });
  const [nonce, associatedData] = [randomBytes(6).toString('hex'), 'certificate'];
  const ciphertext = sealGcm(certificate, { key: keys.apiV3Key, nonce, associatedData });
  return {
    data: [
      {
        serial_no: serial,
        effective_time: new Date(from).toISOString(),
        expire_time: new Date(to).toISOString(),
        encrypt_certificate: { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: associatedData, ciphertext },
      },
    ],
  };
}

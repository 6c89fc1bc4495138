import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** AES-256-ECB with PKCS#7 and the hex MD5 of the v2 API key as key, Base64 (runtime-requirements.md §6). */
export function sealEcb(plain: string, apiKey: string): string {
  const cipher = createCipheriv('aes-256-ecb', keyOf(apiKey), null);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}

/** The inverse of {@link sealEcb}; `undefined` for what that key did not encrypt. */
export function openEcb(sealed: string, apiKey: string): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-ecb', keyOf(apiKey), null);
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}

function keyOf(apiKey: string): string {
  return createHash('md5').update(apiKey).digest('hex');
}

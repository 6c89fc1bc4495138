import { constants, createSign, createVerify, privateDecrypt, publicEncrypt, type KeyObject } from 'node:crypto';

/** RSASSA-PKCS1-v1_5 with SHA-256, Base64 (runtime-requirements.md §1). */
export function signText(text: string | Uint8Array, privateKey: KeyObject): string {
  return createSign('sha256').update(text).sign(privateKey, 'base64');
}

/** Whether `signature` is what {@link signText} makes of `text`. Text that is no Base64 is no signature. */
export function isSignatureOf(signature: string, text: string | Uint8Array, publicKey: KeyObject): boolean {
  return createVerify('sha256').update(text).verify(publicKey, signature, 'base64');
}

/** RSAES-OAEP with SHA-1, Base64 (runtime-requirements.md §4). */
export function encryptRsa(plain: string, publicKey: KeyObject): string {
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, Buffer.from(plain)).toString(
    'base64',
  );
}

/** The inverse of {@link encryptRsa}; `undefined` for what that key did not encrypt. */
export function decryptRsa(cipher: string, privateKey: KeyObject): string | undefined {
  try {
    return privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
      Buffer.from(cipher, 'base64'),
    ).toString();
  } catch {
    return undefined;
  }
}

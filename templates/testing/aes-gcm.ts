import { createCipheriv, createDecipheriv } from 'node:crypto';

/** What travels beside the cipher text. */
export interface GcmParameters {
  /** The APIv3 key as it is. */
  readonly key: string;
  /** 12 bytes. */
  readonly nonce: string;
  /** Absent means empty. */
  readonly associatedData?: string | undefined;
}

const tagLength = 16;

/** AES-256-GCM: Base64 of the data followed by the tag (runtime-requirements.md §5). */
export function sealGcm(plain: string | Uint8Array, { key, nonce, associatedData = '' }: GcmParameters): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(associatedData));
  return Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The inverse of {@link sealGcm}; `undefined` if the tag does not fit. */
export function openGcm(sealed: string, { key, nonce, associatedData = '' }: GcmParameters): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < tagLength) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(bytes.subarray(-tagLength));
    decipher.setAAD(Buffer.from(associatedData));
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}

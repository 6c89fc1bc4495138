import { createHash, createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

export type SignType = 'MD5' | 'HMAC-SHA256';

/** The v2 sign over all non-empty parameters but `sign` (runtime-requirements.md §10). Upper-case hex. */
export function signParameters(parameters: Readonly<Record<string, string>>, key: KeyObject, type: SignType): string {
  const secret = key.export().toString();
  const pairs = Object.keys(parameters)
    .filter((name) => name !== 'sign' && parameters[name] !== '')
    .sort()
    .map((name) => `${name}=${parameters[name]}&`);
  const text = `${pairs.join('')}key=${secret}`;
  const hash = type === 'MD5' ? createHash('md5') : createHmac('sha256', secret);
  return hash.update(text).digest('hex').toUpperCase();
}

/** Whether the parameters carry a sign made with the key. Its length tells the algorithm. */
export function isSignedWith(parameters: Readonly<Record<string, string>>, key: KeyObject): boolean {
  const given = Buffer.from((parameters['sign'] ?? '').toUpperCase());
  const right = Buffer.from(signParameters(parameters, key, given.length === 64 ? 'HMAC-SHA256' : 'MD5'));
  return given.length === right.length && timingSafeEqual(given, right);
}

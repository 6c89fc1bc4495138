import { randomBytes } from 'node:crypto';

/** 32 random letters and digits (runtime-requirements.md §1): 128 bits in upper-case hex, as the platform's own. */
export function makeNonce(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}

import type { ApiRule } from './api-subject.js';
import { encryptionInconsistent } from './rules/encryption-inconsistent.js';
import { linkDead } from './rules/link-dead.js';
import { stubDead } from './rules/stub-dead.js';

/** Every rule about pages together. */
export const apiRules: readonly ApiRule[] = [encryptionInconsistent, linkDead, stubDead];

import { allSides, declareSidedRules } from '../rule.js';

/** Encryption of rows (drift-rules.md §8). */
export const encryptionRules = declareSidedRules(allSides, {
  'encryption-added': {
    purpose: 'Fires when an existing row is marked as encrypted.',
    request: 'error major W',
    response: 'error major W',
    opposite: 'encryption-removed',
    changes: ['encryption-added'],
    help: 'Release a new major version: whoever encrypted by hand has to stop, and older versions send or show the wrong bytes.',
  },
  'encryption-removed': {
    purpose: 'Fires when a row is no longer marked as encrypted.',
    request: 'error minor W',
    response: 'error minor W',
    opposite: 'encryption-added',
    changes: ['encryption-removed'],
  },
  'encryption-algorithm-changed': {
    purpose: 'Fires when a row is encrypted by another algorithm.',
    request: 'error minor W',
    response: 'error minor W',
    opposite: 'encryption-algorithm-changed',
    changes: ['encryption-key-changed'],
  },
  'encryption-key-changed': {
    purpose: 'Fires when the tooltip names another owner of the key.',
    request: 'error minor W',
    response: 'error minor W',
    opposite: 'encryption-key-changed',
    changes: ['encryption-key-changed'],
  },
  'encryption-wording-changed': {
    purpose: 'Fires when the tooltip of an encrypted row is edited and still names the same key.',
    request: 'off none -',
    response: 'off none -',
    class: 'text',
    opposite: 'encryption-wording-changed',
  },
  'encryption-moved': {
    purpose: 'Fires when the mark goes from a row to its parent or to one of its children.',
    request: 'error major W',
    response: 'error major W',
    opposite: 'encryption-moved',
  },
});

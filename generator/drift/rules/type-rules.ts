import { allSides, declareSidedRules } from '../rule.js';

const changes = ['type-changed'] as const;
const narrowed = { request: 'error major B', response: 'info minor -', changes } as const;
const widened = { request: 'info minor -', response: 'warn minor W', changes } as const;
const changed = { request: 'error major B', response: 'error major B', changes } as const;

/** Types (drift-rules.md §4). */
export const typeRules = declareSidedRules(allSides, {
  'type-narrowed': { ...narrowed, purpose: 'Fires when every value of the new type was a value of the old one.', opposite: 'type-widened' },
  'type-widened': { ...widened, purpose: 'Fires when every value of the old type is a value of the new one.', opposite: 'type-narrowed' },
  'type-changed': { ...changed, purpose: 'Fires when neither type contains the other.', opposite: 'type-changed' },
  'element-type-narrowed': {
    ...narrowed,
    purpose: 'Fires when the elements of a list have a narrower type.',
    opposite: 'element-type-widened',
  },
  'element-type-widened': {
    ...widened,
    purpose: 'Fires when the elements of a list have a wider type.',
    opposite: 'element-type-narrowed',
  },
  'element-type-changed': {
    ...changed,
    purpose: 'Fires when the elements of a list have an unrelated type.',
    opposite: 'element-type-changed',
  },
  'array-wrapped': { ...changed, purpose: 'Fires when a value becomes a list of such values.', opposite: 'array-unwrapped' },
  'array-unwrapped': { ...changed, purpose: 'Fires when a list becomes a single value.', opposite: 'array-wrapped' },
  'object-closed': {
    purpose: 'Fires when an object without rows gains rows.',
    request: 'error major S',
    response: 'info minor -',
    opposite: 'object-opened',
    milder: { when: 'all of the new rows are optional', request: 'info minor -', response: 'info minor -' },
  },
  'object-opened': {
    purpose: 'Fires when an object loses all of its rows.',
    request: 'error major S',
    response: 'error major S',
    opposite: 'object-closed',
  },
});

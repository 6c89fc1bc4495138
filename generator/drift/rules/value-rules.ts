import { allSides, declareSidedRules } from '../rule.js';

/** Lists of values and constants (drift-rules.md §5). */
export const valueRules = declareSidedRules(allSides, {
  'enum-introduced': {
    purpose: 'Fires when free text gets a list of values.',
    request: 'error major S',
    response: 'info patch -',
    opposite: 'enum-dropped',
    changes: ['enum-introduced'],
  },
  'enum-dropped': {
    purpose: 'Fires when a list of values gives way to free text.',
    request: 'info minor -',
    response: 'warn minor -',
    opposite: 'enum-introduced',
    changes: ['enum-dropped'],
  },
  'enum-value-added': {
    purpose: 'Fires when a list of values has one or more values more.',
    request: 'info minor -',
    response: 'warn minor -',
    opposite: 'enum-value-removed',
    changes: ['enum-value-added'],
  },
  'enum-value-removed': {
    purpose: 'Fires when a list of values has one or more values less.',
    request: 'error major B',
    response: 'info minor -',
    opposite: 'enum-value-added',
    changes: ['enum-value-removed'],
  },
  'enum-value-renamed': {
    purpose: 'Fires when exactly one value gives way to one that is written nearly the same.',
    request: 'error major B',
    response: 'warn minor S',
    opposite: 'enum-value-renamed',
    changes: ['enum-value-added', 'enum-value-removed'],
  },
  'constant-changed': {
    purpose: 'Fires when the single listed value is replaced by another.',
    request: 'error major B',
    response: 'warn minor W',
    opposite: 'constant-changed',
    changes: ['enum-value-added', 'enum-value-removed'],
  },
  'constant-became-enum': {
    purpose: 'Fires when the single listed value is joined by others.',
    request: 'info minor -',
    response: 'warn minor -',
    opposite: 'enum-became-constant',
    changes: ['enum-value-added'],
  },
  'enum-became-constant': {
    purpose: 'Fires when only one of several listed values remains.',
    request: 'error major B',
    response: 'info minor -',
    opposite: 'constant-became-enum',
    changes: ['enum-value-removed'],
  },
});

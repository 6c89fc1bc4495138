import { allSides, declareSidedRules } from '../rule.js';

/** Rows of the tables (drift-rules.md §3). */
export const fieldRules = declareSidedRules(allSides, {
  'field-added-optional': {
    purpose: 'Fires when a row without required mark appears below an old parent.',
    request: 'info minor -',
    response: 'info minor -',
    opposite: 'field-removed-optional',
    changes: ['field-added-optional'],
  },
  'field-added-required': {
    purpose: 'Fires when a required row appears below an old parent.',
    request: 'error major B',
    response: 'info minor -',
    opposite: 'field-removed-required',
    changes: ['field-added-required'],
  },
  'field-removed-optional': {
    purpose: 'Fires when an optional row is gone.',
    request: 'error major S',
    response: 'error major S',
    opposite: 'field-added-optional',
    changes: ['field-removed'],
  },
  'field-removed-required': {
    purpose: 'Fires when a required row is gone.',
    request: 'error major S',
    response: 'error major B',
    opposite: 'field-added-required',
    changes: ['field-removed'],
  },
  'became-required': {
    purpose: 'Fires when a row gains the required mark.',
    request: 'error major B',
    response: 'info minor -',
    opposite: 'became-optional',
    changes: ['became-required'],
  },
  'became-optional': {
    purpose: 'Fires when a row loses the required mark.',
    request: 'info minor -',
    response: 'error major B',
    opposite: 'became-required',
    changes: ['became-optional'],
  },
  'field-moved': {
    purpose: 'Fires when a row of the same name and shape stands below another parent, and only there.',
    request: 'error major B',
    response: 'error major B',
    opposite: 'field-moved',
  },
  'field-renamed': {
    purpose: 'Fires when a row of the same parent and type has another name and kept its description, or a similar name.',
    request: 'error major B',
    response: 'error major B',
    opposite: 'field-renamed',
  },
  'field-reordered': {
    purpose: 'Fires when sibling rows change places and nothing else.',
    request: 'off patch -',
    response: 'off patch -',
    class: 'text',
    opposite: 'field-reordered',
  },
  'object-flattened': {
    purpose: 'Fires when rows lose the object around them and stand in its place.',
    request: 'error major B',
    response: 'error major B',
    opposite: 'object-introduced',
  },
  'object-introduced': {
    purpose: 'Fires when rows go below an object that was not there before.',
    request: 'error major B',
    response: 'error major B',
    opposite: 'object-flattened',
  },
  'alternative-added': {
    purpose: 'Fires when a further, mutually exclusive shape of a field appears behind a separator.',
    request: 'info minor -',
    response: 'warn minor -',
    opposite: 'alternative-removed',
  },
  'alternative-removed': {
    purpose: 'Fires when one of the mutually exclusive shapes of a field is gone.',
    request: 'error major B',
    response: 'info minor -',
    opposite: 'alternative-added',
  },
});

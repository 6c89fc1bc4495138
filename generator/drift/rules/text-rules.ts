import { allSides, declareSidedRules } from '../rule.js';

/** What the text of a row states in a recognised form (drift-rules.md §6). Never more than `patch`: the wording is no contract. */
export const textRules = {
  ...declareSidedRules(allSides, {
    'number-precision-risk': {
      purpose: 'Fires when the text of an integer begins to speak of 64 bits, which a JavaScript number cannot hold.',
      request: 'warn patch W',
      response: 'warn patch W',
      class: 'text',
      opposite: [],
      help: 'Ask whether values above 2^53 occur; if so, correct the type by an overlay.',
    },
    'limit-tightened': {
      purpose: 'Fires when a stated length, range or count leaves less room.',
      request: 'warn patch W',
      response: 'info patch -',
      class: 'text',
      opposite: 'limit-loosened',
    },
    'limit-loosened': {
      purpose: 'Fires when a stated length, range or count leaves more room.',
      request: 'info patch -',
      response: 'warn patch W',
      class: 'text',
      opposite: 'limit-tightened',
    },
    'default-changed': {
      purpose: 'Fires when the stated default is another one.',
      request: 'warn patch W',
      response: 'info patch -',
      class: 'text',
      opposite: 'default-changed',
    },
    'default-added': {
      purpose: 'Fires when a default is stated that was not stated before.',
      request: 'info patch -',
      response: 'info patch -',
      class: 'text',
      opposite: 'default-removed',
    },
    'default-removed': {
      purpose: 'Fires when the stated default is gone.',
      request: 'warn patch W',
      response: 'info patch -',
      class: 'text',
      opposite: 'default-added',
    },
    'unit-changed': {
      purpose: 'Fires when the text names another unit of money, time or share.',
      request: 'warn patch W',
      response: 'warn patch W',
      class: 'text',
      opposite: 'unit-changed',
      help: 'Ask which unit the platform uses: a client that guesses wrong is off by a factor of a hundred or more.',
    },
    'format-changed': {
      purpose: 'Fires when the text names another form of date, time or number.',
      request: 'warn patch W',
      response: 'warn patch W',
      class: 'text',
      opposite: 'format-changed',
    },
  }),
  ...declareSidedRules(['request', 'ack'], {
    'condition-changed': {
      purpose: 'Fires when the text says otherwise under which condition a row is required.',
      request: 'info patch -',
      response: 'info patch -',
      class: 'text',
      opposite: 'condition-changed',
    },
  }),
};

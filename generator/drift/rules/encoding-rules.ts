import { allSides, declareSidedRules } from '../rule.js';

/** Encoding of rows (drift-rules.md §9). */
export const encodingRules = declareSidedRules(allSides, {
  'encoding-added': {
    purpose: 'Fires when a row is marked as encoded text: its value turns from text into an object.',
    request: 'error major B',
    response: 'error major B',
    opposite: 'encoding-removed',
    changes: ['encoding-added'],
  },
  'encoding-removed': {
    purpose: 'Fires when a row is no longer marked as encoded text: its value turns from an object into text.',
    request: 'error major B',
    response: 'error major B',
    opposite: 'encoding-added',
    changes: ['encoding-removed'],
  },
  'encoding-changed': {
    purpose: 'Fires when a row is encoded in another way.',
    request: 'error major B',
    response: 'error major B',
    opposite: 'encoding-changed',
  },
});

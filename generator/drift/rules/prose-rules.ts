import { declareRules } from '../rule.js';

/** What the prose around the tables promises (drift-rules.md §12). */
export const proseRules = declareRules({
  'rate-limit-lowered': {
    purpose: 'Fires when fewer calls are allowed in the same time.',
    verdict: 'warn none W',
    class: 'text',
    opposite: 'rate-limit-raised',
  },
  'rate-limit-scope-changed': {
    purpose: 'Fires when a rate limit counts per something else.',
    verdict: 'warn none W',
    class: 'text',
    opposite: 'rate-limit-scope-changed',
  },
  'rate-limit-raised': {
    purpose: 'Fires when more calls are allowed in the same time.',
    verdict: 'info none -',
    class: 'text',
    opposite: 'rate-limit-lowered',
  },
  'idempotency-window-shortened': {
    purpose: 'Fires when repeated calls are recognised for a shorter time.',
    verdict: 'warn none W',
    class: 'text',
    opposite: 'idempotency-window-lengthened',
  },
  'idempotency-window-lengthened': {
    purpose: 'Fires when repeated calls are recognised for a longer time.',
    verdict: 'info none -',
    class: 'text',
    opposite: 'idempotency-window-shortened',
  },
  'retry-guidance-changed': {
    purpose: 'Fires when the text says otherwise what to do before a call is repeated.',
    verdict: 'warn none W',
    class: 'text',
    opposite: 'retry-guidance-changed',
  },
  'error-code-added': {
    purpose: 'Fires when the description names a further error code.',
    verdict: 'info patch -',
    class: 'text',
    opposite: 'error-code-removed',
  },
  'error-code-removed': {
    purpose: 'Fires when the description no longer names an error code.',
    verdict: 'info patch -',
    class: 'text',
    opposite: 'error-code-added',
  },
  'error-table-changed': {
    purpose: 'Fires when the wording of a dictionary of failures changes.',
    verdict: 'info patch -',
    class: 'text',
    opposite: 'error-table-changed',
  },
  'availability-changed': {
    purpose: 'Fires when a notice that is no end-of-life mark appears, goes or changes.',
    verdict: 'info patch -',
    class: 'text',
    opposite: 'availability-changed',
  },
  'title-changed': {
    purpose: 'Fires when the title of an operation changes.',
    verdict: 'info patch -',
    class: 'text',
    opposite: 'title-changed',
  },
  'official-link-changed': {
    purpose: 'Fires when the links below an operation change.',
    verdict: 'info patch -',
    class: 'text',
    opposite: 'official-link-changed',
  },
  'description-changed': {
    purpose: 'Fires when a description changes and no stronger rule reads it.',
    verdict: 'off patch -',
    class: 'text',
    opposite: 'description-changed',
  },
  'example-changed': {
    purpose: 'Fires when a sample changes.',
    verdict: 'off patch -',
    class: 'text',
    opposite: 'example-changed',
  },
});

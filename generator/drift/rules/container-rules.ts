import { declareRules } from '../rule.js';

/** Groups of a request, and headers (drift-rules.md §7, §8). */
export const containerRules = declareRules({
  'container-added-required': {
    purpose: 'Fires when a call gets a new required group: json, query, xml, body or headers.',
    verdict: 'error major B',
    opposite: 'container-removed',
  },
  'container-added-optional': {
    purpose: 'Fires when a call gets a new optional group.',
    verdict: 'info minor -',
    opposite: 'container-removed',
  },
  'container-removed': {
    purpose: 'Fires when a group of a call is gone.',
    verdict: 'error major B',
    opposite: ['container-added-required', 'container-added-optional'],
  },
  'container-changed': {
    purpose: 'Fires when the rows of one group now stand in another kind of group, such as query instead of json.',
    verdict: 'error major B',
    opposite: 'container-changed',
  },
  'body-kind-changed': {
    purpose: 'Fires when the body of a call switches between JSON, XML and multipart.',
    verdict: 'error major B',
    opposite: 'body-kind-changed',
  },
  'request-header-added-required': {
    purpose: 'Fires when a call needs a header that the runtime does not send by itself.',
    verdict: 'error major B',
    opposite: 'request-header-removed',
  },
  'request-header-removed': {
    purpose: 'Fires when a header row of a call is gone.',
    verdict: 'info minor -',
    opposite: ['request-header-added-required', 'request-field-added-optional'],
  },
  'accept-kind-changed': {
    purpose: 'Fires when the file that is answered has another format: text, PDF or image.',
    verdict: 'error major B',
    opposite: 'accept-kind-changed',
  },
  'serial-header-added': {
    purpose: 'Fires when the row of the platform key serial appears and no encrypted field explains it.',
    verdict: 'info none -',
    opposite: 'serial-header-removed',
  },
  'serial-header-removed': {
    purpose: 'Fires when the row of the platform key serial is gone and no encrypted field explains it.',
    verdict: 'warn none -',
    opposite: 'serial-header-added',
  },
});

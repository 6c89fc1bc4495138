import { declareRules } from '../rule.js';

/** Pages, operations and paths (drift-rules.md §2). */
export const operationRules = declareRules({
  'page-added': {
    purpose: 'Fires when a page with operations appears and no moved page explains it.',
    verdict: 'info minor -',
    opposite: 'page-removed',
    changes: ['operation-added'],
  },
  'page-removed': {
    purpose: 'Fires when a page is gone and no moved page explains it, or it only points to an operation that was there before.',
    verdict: 'error major B',
    opposite: 'page-added',
    changes: ['operation-removed'],
  },
  'page-moved': {
    purpose: 'Fires when a page became a stub that names a new page, or when its operations sit under a new path.',
    verdict: 'error major B',
    opposite: 'page-moved',
    help: 'Release a new major version; keep calling the old address in released ones until the platform shuts it down.',
  },
  'operation-added': {
    purpose: 'Fires when a method heading appears on a page that has other operations.',
    verdict: 'info minor -',
    opposite: 'operation-removed',
    changes: ['operation-added'],
  },
  'operation-removed': {
    purpose: 'Fires when a method heading is gone from a page that keeps other operations.',
    verdict: 'error major B',
    opposite: 'operation-added',
    changes: ['operation-removed'],
  },
  'operation-method-changed': {
    purpose: 'Fires when a page documents another HTTP method for the same operation.',
    verdict: 'error major B',
    opposite: 'operation-method-changed',
  },
  'operation-path-changed': {
    purpose: 'Fires when a literal segment of the URL differs while the page stays, upper and lower case included.',
    verdict: 'error major B',
    opposite: 'operation-path-changed',
  },
  'operation-host-changed': {
    purpose: 'Fires when an operation is reached at another host.',
    verdict: 'error minor W',
    opposite: 'operation-host-changed',
  },
  'operation-protocol-changed': {
    purpose: 'Fires when an operation moves between XML (v2) and JSON (v3).',
    verdict: 'error major B',
    opposite: 'operation-protocol-changed',
  },
  'operation-name-changed': {
    purpose: 'Fires when the generated method has another name for the same URL.',
    verdict: 'error major S',
    opposite: 'operation-name-changed',
  },
  'operation-deprecated': {
    purpose: 'Fires when an end-of-life notice appears.',
    verdict: 'info minor -',
    opposite: 'operation-undeprecated',
    changes: ['operation-deprecated'],
    help: 'Regenerate the SDK, and tell users of this operation which one replaces it.',
  },
  'operation-undeprecated': {
    purpose: 'Fires when the end-of-life notice is gone.',
    verdict: 'info patch -',
    opposite: 'operation-deprecated',
  },
  'path-param-added': {
    purpose: 'Fires when the URL has a placeholder more.',
    verdict: 'error major B',
    opposite: 'path-param-removed',
  },
  'path-param-removed': {
    purpose: 'Fires when the URL has a placeholder less.',
    verdict: 'error major B',
    opposite: 'path-param-added',
  },
  'path-param-reordered': {
    purpose: 'Fires when the placeholders of the URL change places.',
    verdict: 'error major B',
    opposite: 'path-param-reordered',
  },
  'path-param-renamed': {
    purpose: 'Fires when a placeholder of the URL has another name at the same position.',
    verdict: 'error major S',
    opposite: 'path-param-renamed',
  },
  'variant-added': {
    purpose: 'Fires when a numbered note with an anchor describes a further variant of a notification.',
    verdict: 'info patch -',
    class: 'text',
    opposite: 'variant-removed',
  },
  'variant-removed': {
    purpose: 'Fires when a numbered note with an anchor is gone.',
    verdict: 'warn patch -',
    class: 'text',
    opposite: 'variant-added',
  },
  'response-kind-changed': {
    purpose: 'Fires when the answer switches between fields, no content, a file and a redirect.',
    verdict: 'error major B',
    opposite: 'response-kind-changed',
    milder: { when: 'there was no content before', verdict: 'info minor -' },
  },
});

import { declareRules } from '../rule.js';

/** The generated surface (drift-rules.md §13). `check` fires these; no pair of pages can. */
export const surfaceRules = declareRules({
  'surface-export-removed': {
    purpose: 'Fires when a public name of the SDK is gone.',
    verdict: 'error major S',
    opposite: [],
  },
  'surface-export-renamed': {
    purpose: 'Fires when a public name of the SDK is another one.',
    verdict: 'error major S',
    opposite: 'surface-export-renamed',
  },
  'surface-signature-changed': {
    purpose: 'Fires when a call that compiled before no longer does.',
    verdict: 'error major S',
    opposite: 'surface-signature-changed',
  },
  'surface-test-broken': {
    purpose: 'Fires when a test generated for an older revision no longer compiles or passes.',
    verdict: 'error major S',
    opposite: [],
  },
  'surface-changed-without-docs': {
    purpose: 'Fires when the SDK would differ although the pages do not: the generator changed.',
    verdict: 'warn patch -',
    opposite: 'surface-changed-without-docs',
    help: 'Run `docwright generate` and commit the result.',
  },
  'surface-edited-by-hand': {
    purpose: 'Fires when a generated file is not what the manifest recorded.',
    verdict: 'error none -',
    opposite: [],
    help: 'Move the edit into a page or an overlay, then run `docwright generate --force`.',
  },
});

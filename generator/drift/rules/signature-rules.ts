import { declareRules } from '../rule.js';

/** Signatures and what protects the connection (drift-rules.md §9). */
export const signatureRules = declareRules({
  'request-signature-added': {
    purpose: 'Fires when a row is marked as signed with the key of the merchant.',
    verdict: 'error major W',
    opposite: 'request-signature-removed',
  },
  'request-signature-removed': {
    purpose: 'Fires when a row is no longer marked as signed.',
    verdict: 'error major W',
    opposite: 'request-signature-added',
  },
  'request-signature-changed': {
    purpose: 'Fires when a row is signed in another way.',
    verdict: 'error major W',
    opposite: 'request-signature-changed',
  },
  'operation-nonceless-changed': {
    purpose: 'Fires when the row that leaves out `nonce_str` appears or goes.',
    verdict: 'error minor W',
    opposite: 'operation-nonceless-changed',
  },
  'sign-type-changed': {
    purpose: 'Fires when a call allows other values of `sign_type`, or states another default for it.',
    verdict: 'warn minor W',
    opposite: 'sign-type-changed',
  },
  'client-certificate-required': {
    purpose: 'Fires when the row that asks for the TLS certificate of the merchant appears.',
    verdict: 'error major W',
    opposite: 'client-certificate-dropped',
  },
  'client-certificate-dropped': {
    purpose: 'Fires when the row that asks for the TLS certificate of the merchant is gone.',
    verdict: 'info minor -',
    opposite: 'client-certificate-required',
  },
  'response-signature-exempted': {
    purpose: 'Fires when the answer is no longer signed.',
    verdict: 'error minor W',
    opposite: 'response-signature-enforced',
  },
  'response-signature-enforced': {
    purpose: 'Fires when the answer is signed although it was not before.',
    verdict: 'error minor W',
    opposite: 'response-signature-exempted',
  },
  'algorithm-suite-changed': {
    purpose: 'Fires when messages are signed by another suite of algorithms: RSA with SHA-256, or SM2 with SM3.',
    verdict: 'error major W',
    opposite: 'algorithm-suite-changed',
  },
});

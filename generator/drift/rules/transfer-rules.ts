import { declareRules } from '../rule.js';

/** Uploads and downloads (drift-rules.md §11). */
export const transferRules = declareRules({
  'upload-meta-changed': {
    purpose: 'Fires when a row inside `meta` changes: its bytes are what is signed.',
    verdict: 'error major W',
    opposite: 'upload-meta-changed',
  },
  'upload-part-renamed': {
    purpose: 'Fires when a part of a multipart body has another name.',
    verdict: 'error major W',
    opposite: 'upload-part-renamed',
  },
  'upload-part-added': {
    purpose: 'Fires when a multipart body has a part more.',
    verdict: 'error major W',
    opposite: 'upload-part-removed',
  },
  'upload-part-removed': {
    purpose: 'Fires when a multipart body has a part less.',
    verdict: 'error major W',
    opposite: 'upload-part-added',
  },
  'upload-digest-changed': {
    purpose: 'Fires when the file of an upload is digested by another algorithm.',
    verdict: 'error major W',
    opposite: 'upload-digest-changed',
  },
  'upload-limit-tightened': {
    purpose: 'Fires when the stated size of an upload leaves less room, or a file type is no longer named.',
    verdict: 'warn patch W',
    class: 'text',
    opposite: 'upload-limit-loosened',
  },
  'upload-limit-loosened': {
    purpose: 'Fires when the stated size of an upload leaves more room, or a further file type is named.',
    verdict: 'info patch -',
    class: 'text',
    opposite: 'upload-limit-tightened',
  },
  'download-hash-changed': {
    purpose: 'Fires when a file is checked by another digest: the single listed value of the hash type is replaced.',
    verdict: 'error minor W',
    opposite: 'download-hash-changed',
  },
  'download-compression-changed': {
    purpose: 'Fires when compression of a file is offered in another way.',
    verdict: 'warn minor W',
    opposite: 'download-compression-changed',
  },
  'download-expiry-changed': {
    purpose: 'Fires when the text names another lifetime of the download link.',
    verdict: 'info none W',
    class: 'text',
    opposite: 'download-expiry-changed',
  },
});

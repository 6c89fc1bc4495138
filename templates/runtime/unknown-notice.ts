import { decodeJson } from './decode-json.js';
import { decryptGcm } from './decrypt-gcm.js';
import type { Webhook } from './operation.js';
import { readJsonNotice } from './read-json-notice.js';
import { replyJson } from './write-reply.js';

/** How to read a v3 notification that no page describes: its envelope is always the same. */
export const unknownNotice: Webhook = {
  id: 'v3/',
  eventTypes: [],
  read: readJsonNotice,
  open: [
    ['resource.ciphertext', decryptGcm],
    ['resource.ciphertext', decodeJson],
  ],
  shape: null,
  reply: replyJson,
};

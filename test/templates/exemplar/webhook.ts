import { decodeJson } from '../../../templates/runtime/decode-json.js';
import { decryptGcm } from '../../../templates/runtime/decrypt-gcm.js';
import type { Webhook } from '../../../templates/runtime/operation.js';
import { readJsonNotice } from '../../../templates/runtime/read-json-notice.js';
import { replyJson } from '../../../templates/runtime/write-reply.js';

/** The notification `v3/REFUND.SUCCESS`: a refund succeeded. Fields hold their plain value. */
export interface RefundSuccess {
  /** The number of the notification: the same when it is sent again. */
  readonly id: string;
  readonly create_time: string;
  /** Closed, because the union of all notifications is narrowed by it. */
  readonly event_type: 'REFUND.SUCCESS';
  readonly resource_type: string;
  readonly summary: string;
  readonly resource: RefundSuccessResource;
}

export interface RefundSuccessResource {
  readonly original_type: 'refund' | (string & {});
  readonly algorithm: 'AEAD_AES_256_GCM' | (string & {});
  readonly associated_data?: string;
  readonly nonce: string;
  /** Decrypted and decoded. */
  readonly ciphertext: RefundSuccessResourceCiphertext;
}

export interface RefundSuccessResourceCiphertext {
  readonly out_refund_no: string;
  readonly refund_status: 'SUCCESS' | 'CLOSED' | (string & {});
}

/** The body of the reply to {@link RefundSuccess}. */
export interface RefundSuccessReply {
  readonly code: 'SUCCESS' | 'FAIL';
  readonly message?: string | undefined;
}

/** The facts of the notification that the runtime works from. */
export const webhook: Webhook = {
  id: 'v3/REFUND.SUCCESS',
  eventTypes: ['REFUND.SUCCESS'],
  read: readJsonNotice,
  open: [
    ['resource.ciphertext', decryptGcm],
    ['resource.ciphertext', decodeJson],
  ],
  shape: {
    id: '',
    create_time: '',
    event_type: ['REFUND.SUCCESS'],
    resource_type: '',
    summary: '',
    resource: {
      original_type: ['refund'],
      algorithm: ['AEAD_AES_256_GCM'],
      associated_data: '',
      nonce: '',
      ciphertext: { out_refund_no: '', refund_status: ['SUCCESS', 'CLOSED'] },
    },
  },
  reply: replyJson,
};

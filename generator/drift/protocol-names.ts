/** Names of rows and values that the protocol itself fixes; no API is free to call them otherwise. */

/** Names the platform key that a request was encrypted for. */
export const serialHeader = 'Wechatpay-Serial';

/** Headers that the runtime sends whether or not a page lists them, in lower case. */
export const automaticHeaders: ReadonlySet<string> = new Set([
  'accept',
  'authorization',
  'content-length',
  'content-type',
  'host',
  'user-agent',
]);

export const signatureHeaderPrefix = 'Wechatpay-';

/** Rows of a notification, by their path without `[]`. */
export const notificationRows = {
  contentType: 'headers.Content-Type',
  signatureType: 'headers.Wechatpay-Signature-Type',
  eventType: 'body.event_type',
  resourceTypes: ['body.resource_type', 'body.resource.original_type'],
  algorithm: 'body.resource.algorithm',
} as const;

/** Rows of the reply to a notification. */
export const replyRows = { status: 'status', body: 'body', codes: ['body.code', 'body.return_code'] } as const;

export const signTypeRow = 'sign_type';

/** The row of an upload whose bytes are signed, and the names that digests of its file go by. */
export const uploadMetaRow = 'meta';
export const digestNames: ReadonlySet<string> = new Set(['sha256', 'sm3', 'md5', 'sha1']);

/** Rows of a download: how the file is checked, and how it may be compressed. */
export const hashTypeRow = 'hash_type';
export const compressionRow = 'tar_type';

/** Rows that every notification and every reply has. */
export const envelopeNames: ReadonlySet<string> = new Set([
  'headers',
  'Content-Type',
  'Request-ID',
  'Wechatpay-Nonce',
  'Wechatpay-Serial',
  'Wechatpay-Signature',
  'Wechatpay-Signature-Type',
  'Wechatpay-Timestamp',
  'body',
  'id',
  'create_time',
  'event_type',
  'resource_type',
  'summary',
  'resource',
  'original_type',
  'algorithm',
  'associated_data',
  'nonce',
  'ciphertext',
  'status',
  'code',
  'message',
]);

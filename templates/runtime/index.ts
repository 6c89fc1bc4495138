export { Merchant } from './merchant.js';
export type { ClientCertificate, Settings } from './settings.js';
export type { CallOptions, NoticeHeaders, Reply, Result } from './operation.js';
export {
  AbortError,
  ApiError,
  ConfigError,
  ConnectionError,
  DecryptError,
  type Outcome,
  SignatureError,
  TimeoutError,
  ValidationError,
  WechatPayError,
} from './errors.js';
export type { Issue } from './validation.js';
export type { StandardSchema } from './standard-schema.js';
export { downloadCertificates } from './download-certificates.js';
export type { Unknown } from './report-unknown.js';
export type { LogEntry } from './log-entry.js';
export type { Clock } from './clock.js';
export { explainRefusal } from './explain-refusal.js';
export { type BillLink, downloadBill, downloadEncryptedBill, type DownloadOptions, type EncryptedBillLink } from './download-bill.js';
export { saveStream } from './save-stream.js';
export { digestFile, type UploadFile } from './upload-file.js';
export { type AppPayment, type JsapiPayment, type Prepayment, signApp, signAppV2, signJsapi, signJsapiV2 } from './pay-sign.js';
export { expressHandler, fetchHandler, type HandlerOptions, nodeListener, type Receiver } from './handle-notice.js';
export { openNotice } from './open-notice.js';
export type { Arrival, UnknownNotice } from './webhooks.js';
export type { TestKeys, TestMessage } from './sign-test.js';

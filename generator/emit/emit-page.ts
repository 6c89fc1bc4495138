import type { ApiPage } from '../model/api.js';
import { emitOperations } from './emit-operations.js';
import { emitWebhook } from './emit-webhook.js';
import type { SourceFile } from './source-file.js';

/** The files of one page, unformatted: its module. Pages without an operation have none. */
export function emitPage(page: ApiPage): SourceFile[] {
  const [webhook] = page.webhooks;
  if (webhook) return [emitWebhook(page, webhook)];
  return page.operations.length > 0 ? [emitOperations(page)] : [];
}

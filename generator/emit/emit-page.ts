import type { ApiPage } from '../model/api.js';
import { emitOperations } from './emit-operations.js';
import { emitWebhook } from './emit-webhook.js';
import type { SourceFile } from './source-file.js';
import { emitPageTest } from './tests/index.js';

/** The files of one page, unformatted: its module and its test. Pages without an operation have none. */
export function emitPage(page: ApiPage): SourceFile[] {
  const [webhook] = page.webhooks;
  const module = webhook ? emitWebhook(page, webhook) : page.operations.length > 0 ? emitOperations(page) : undefined;
  const test = emitPageTest(page);
  return [module, test].filter((file) => file !== undefined);
}

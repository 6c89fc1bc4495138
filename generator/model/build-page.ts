import type { Collector } from '../diagnostics/collector.js';
import { replyKeyword } from '../page/tokens.js';
import type { Page, Section } from '../page/page.js';
import type { ApiPage, Operation, Webhook } from './api.js';
import { buildOperation } from './build-operation.js';
import { buildWebhook } from './build-webhook.js';

/**
 * What one page says, as far as the page alone can tell: an `either` content may still be decided by `assembleApi`. Whatever is odd
 * goes to the collector; there is a sensible model in any case, which nobody should use once the collector holds something fatal.
 */
export function buildPage(page: Page, collector: Collector): ApiPage {
  const operations: Operation[] = [];
  const webhooks: Webhook[] = [];
  for (const section of page.sections) {
    if (isWebhook(section)) webhooks.push(buildWebhook(page, section, collector));
    else operations.push(buildOperation(page, section, collector));
  }
  return {
    file: page.file,
    kind: kindOf(page),
    title: page.title?.value ?? page.sections[0]?.title.value ?? '',
    ...(page.description && { description: page.description.value }),
    ...(page.movedTo && { movedTo: page.movedTo.value }),
    operations,
    webhooks,
    links: page.links.filter(({ url }) => !/^[a-z][a-z0-9+.-]*:/i.test(url)).map(({ text, url, place }) => ({ text, url, place })),
  };
}

/** The table of the reply tells, not the folder (design.md §3). */
function isWebhook({ response }: Section): boolean {
  return response?.keyword === replyKeyword;
}

function kindOf({ kind, sections }: Page): ApiPage['kind'] {
  if (kind === 'stub' || kind === 'index') return kind;
  return sections.some(isWebhook) ? 'webhook' : 'operations';
}

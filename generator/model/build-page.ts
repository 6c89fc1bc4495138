import type { Collector } from '../diagnostics/collector.js';
import { replyKeyword } from '../page/tokens.js';
import type { Page, Section } from '../page/page.js';
import type { ApiPage, Operation, Webhook } from './api.js';
import { buildOperation } from './build-operation.js';
import { buildWebhook } from './build-webhook.js';
import { invalidSegment } from './url-template.js';

/**
 * What one page says, as far as the page alone can tell: an `either` content may still be decided by `assembleApi`. Whatever is odd
 * goes to the collector; there is a sensible model in any case, which nobody should use once the collector holds something fatal.
 */
export function buildPage(page: Page, collector: Collector): ApiPage {
  const operations: Operation[] = [];
  const webhooks: Webhook[] = [];
  reportPath(page, collector);
  for (const section of sectionsOfOneKind(page, collector)) {
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

/** The path becomes a URL, the path of a module and what imports it, so that every part of it has a grammar. */
function reportPath({ file, sections }: Page, collector: Collector): void {
  const path = file.replace(/\.md$/, '');
  const long = path.split('/').find((segment) => segment.length > longestSegment);
  if (long !== undefined) {
    const message = `a name in the path of the page has ${String(long.length)} characters, and may have ${String(longestSegment)}`;
    collector.report('doc-name-invalid', start, message);
  }
  const invalid = sections.length > 0 ? invalidSegment(path) : undefined;
  if (invalid !== undefined) collector.report('doc-name-invalid', start, `\`${invalid}\` in the path of the page is no segment of a URL`);
}

/** Disks take 255 bytes; what is made of a page adds up to 12 of its own, as `~source.html` does. */
const longestSegment = 240;

const start = { line: 1, column: 1, endColumn: 1 };

/** A page has one module, and that knows operations or a notification. */
function sectionsOfOneKind({ sections, file }: Page, collector: Collector): readonly Section[] {
  const [first] = sections;
  if (!first) return sections;
  const others = sections.filter((section) => isWebhook(section) !== isWebhook(first));
  for (const { verb } of others) {
    const related = [{ file, place: first.verb.place, message: 'the kind of the page' }];
    const [kind, wanted] = isWebhook(first) ? ['an operation', 'a notification'] : ['a notification', 'operations'];
    collector.report('doc-kind-mixed', verb.place, `${kind} stands on a page of ${wanted}`, { related });
  }
  return sections.filter((section) => !others.includes(section));
}

/** The table of the reply tells, not the folder (design.md §3). */
function isWebhook({ response }: Section): boolean {
  return response?.keyword === replyKeyword;
}

function kindOf({ kind, sections }: Page): ApiPage['kind'] {
  if (kind === 'stub' || kind === 'index') return kind;
  return sections[0] && isWebhook(sections[0]) ? 'webhook' : 'operations';
}

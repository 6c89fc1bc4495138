import type { Collector } from '../diagnostics/collector.js';
import type { Page, Section } from '../page/page.js';
import type { Field, Protocol, Webhook } from './api.js';
import { buildFields } from './build-field.js';
import { sectionFacts } from './section-facts.js';
import { templateOfFile } from './url-template.js';

/** One section of a page as a notification (dialect.md §18). Its name is the file's. */
export function buildWebhook(page: Page, section: Section, collector: Collector): Webhook {
  const protocol: Protocol = templateOfFile(page.file)?.startsWith('v2/') ? 'v2' : 'v3';
  const name = (page.file.split('/').at(-1) ?? '').replace(/\.md$/, '');
  // A name that no path may have is reported with the path of the page.
  if (name.startsWith('{')) {
    collector.report('doc-name-invalid', section.verb.place, `\`${name}\` is no name of an event`);
  }
  const request = buildFields(section.request?.rows ?? [], { side: 'notification', protocol, collector });
  if (protocol === 'v3' && !request.some(isPayload)) {
    collector.report(
      'doc-webhook-payload-missing',
      section.request?.place ?? section.verb.place,
      'no row is encrypted `by-aes-gcm` with the rows of its content below',
    );
  }
  return {
    kind: 'webhook',
    id: `WEBHOOK ${protocol}/${name}`,
    name,
    file: page.file,
    protocol,
    ...sectionFacts(section),
    eventTypes: eventTypes(request, name, collector),
    request,
    reply: buildFields(section.response?.rows ?? [], { side: 'reply', protocol, collector }),
    replyPlace: section.response?.place ?? section.verb.place,
    alerts: section.alerts.map(({ title, items, place }) => ({ title, items: items.map(({ value }) => value), place })),
    notes: section.notes,
  };
}

function isPayload(field: Field): boolean {
  return (field.encryption?.kind === 'by-aes-gcm' && field.content !== undefined) || field.fields.some(isPayload);
}

function eventTypes(request: readonly Field[], name: string, collector: Collector): readonly string[] {
  const body = request.find((field) => field.name === 'body');
  const row = body?.fields.find((field) => field.name === 'event_type');
  const events = row?.values?.items ?? (row?.constant ? [row.constant] : []);
  for (const { value, place } of events) {
    if (!eventGrammar.test(value)) collector.report('doc-name-invalid', place, `\`${value}\` is no name of an event`);
  }
  return events.length > 0 ? events.map(({ value }) => value) : [name];
}

/** design.md §2.3 */
const eventGrammar = /^[._-]*[A-Za-z0-9][A-Za-z0-9._-]*$/;

import type { Webhook } from '../model/api.js';
import { escapeHtml, htmlMessage } from '../report/html/escape-html.js';
import { renderFields, type EntryPart } from './entry-part.js';
import { noteId } from './page-links.js';

export function webhookParts({ file, request, reply, notes }: Webhook): EntryPart[] {
  const items = notes.map(({ text }, index) => `<li id="${noteId(index)}">${htmlMessage(text)}</li>`);
  const list = items.length === 0 ? '' : `<ol class="notes">${items.join('\n')}</ol>`;
  return [
    { name: 'Notification', content: renderFields(request, file) + list },
    { name: 'Reply', content: renderFields(reply, file) },
  ];
}

/** Its event types, and what the page wants nobody to miss. */
export function describeWebhook({ eventTypes, alerts }: Webhook): string {
  const types = eventTypes.map((type) => `<li><code>${escapeHtml(type)}</code></li>`).join('');
  const boxes = alerts.map(({ title, items }) => {
    const list = items.map((item) => `<li>${htmlMessage(item)}</li>`).join('\n');
    return `<div class="notice warn"><p>${escapeHtml(title)}</p><ul>${list}</ul></div>`;
  });
  const facts = types === '' ? [] : [`<dl class="facts"><div><dt>Event types</dt><dd><ul class="values">${types}</ul></dd></div></dl>`];
  return [...facts, ...boxes].join('\n');
}

import type { Answer, Operation } from '../model/api.js';
import { escapeHtml } from '../report/html/escape-html.js';
import { count } from './entry-list.js';
import { renderFields, type EntryPart } from './entry-part.js';

export function operationParts({ file, request, answer }: Operation): EntryPart[] {
  const fields = request.map(({ field }) => field);
  const answered = 'fields' in answer ? answer.fields : [];
  return [
    { name: 'Request', content: renderFields(fields, file) || '<p class="faint">Nothing is sent but the URL.</p>' },
    { name: 'Response', remark: describeAnswer(answer), content: renderFields(answered, file) },
  ];
}

function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'fields':
      return `${String(answer.status)} ${answer.format.toUpperCase()}`;
    case 'empty':
      return `${String(answer.status)} without a body`;
    case 'stream':
      return `${String(answer.status)} a file (${answer.media})${answer.fields.length === 0 ? '' : ', or on failure'}`;
    case 'redirect':
      return `${String(answer.status)} a redirect`;
  }
}

/** What the page says in words and addresses, in short. */
export function describeOperation({ baseUris, prose }: Operation): string {
  const { rateLimits, idempotencyDays, errorCodes } = prose;
  const facts: readonly (readonly [name: string, values: readonly string[]])[] = [
    ['Hosts', baseUris.map((uri) => `<code>${escapeHtml(uri)}</code>`)],
    [
      'Rate limit',
      rateLimits.map(({ limit, per, scope }) =>
        escapeHtml(`${scope === '' ? '' : `${scope}: `}${limit.toLocaleString('en-US')} per ${per}`),
      ),
    ],
    ['Repeatable', idempotencyDays === undefined ? [] : [`for ${count(idempotencyDays, 'day')} with the same number`]],
    ['Errors', errorCodes.map(({ status, code }) => `<code>${String(status)} ${escapeHtml(code)}</code>`)],
  ];
  const items = facts.flatMap(([name, values]) => (values.length === 0 ? [] : [`<div><dt>${name}</dt><dd>${values.join(' ')}</dd></div>`]));
  return items.length === 0 ? '' : `<dl class="facts">${items.join('\n')}</dl>`;
}

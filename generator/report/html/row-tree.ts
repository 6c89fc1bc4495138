import type { Field } from '../../model/api.js';
import { escapeHtml, htmlMessage } from './escape-html.js';

/** The words of a row tree, so that a page in another language can have its own. */
export interface RowTreeWords {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly required: string;
  readonly or: string;
}

export const englishWords: RowTreeWords = { name: 'Name', type: 'Type', description: 'Description', required: 'required', or: 'or' };

/** The rows of a table of the model as HTML: a page's own table, with its levels, marks and shapes. Empty for no fields. */
export function renderRowTree(fields: readonly Field[], words: RowTreeWords = englishWords): string {
  if (fields.length === 0) return '';
  const rows = fields.flatMap((field) => renderField(field, 0, words));
  const heading = `<thead><tr><th>${escapeHtml(words.name)}</th><th>${escapeHtml(words.type)}</th><th>${escapeHtml(words.description)}</th></tr></thead>`;
  return `<table class="rows">${heading}<tbody>${rows.join('')}</tbody></table>`;
}

function renderField(field: Field, depth: number, words: RowTreeWords): string[] {
  const below = [...field.fields, ...(field.content?.fields ?? [])].flatMap((child) => renderField(child, depth + 1, words));
  const shapes = (field.alternatives ?? []).flatMap((shape) => [
    `<tr class="when"><td colspan="3" style="--depth:${depth}">${escapeHtml(words.or)}${shape.when === undefined ? '' : ` <code>${escapeHtml(shape.when)}</code>`}</td></tr>`,
    ...renderField(shape, depth, words),
  ]);
  return [renderRow(field, depth, words), ...below, ...shapes];
}

function renderRow(field: Field, depth: number, words: RowTreeWords): string {
  const mark = field.required ? ` <span class="required" title="${escapeHtml(words.required)}">*</span>` : '';
  const marks = [field.encryption?.kind, field.encoding?.value, field.signature?.value].flatMap((kind) =>
    kind === undefined ? [] : [` <span class="pill info">${escapeHtml(kind)}</span>`],
  );
  const description = htmlMessage(field.description).replaceAll('\n', '<br>');
  return [
    `<tr><td class="name" style="--depth:${depth}"><code>${escapeHtml(field.name)}</code>${mark}</td>`,
    `<td class="type"><code>${field.type}${field.list ? '[]' : ''}</code>${marks.join('')}</td>`,
    `<td>${description}</td></tr>`,
  ].join('');
}

import type { Place } from '../../diagnostics/place.js';
import type { Content, Encryption, Field } from '../../model/api.js';
import { escapeHtml, htmlMessage } from './escape-html.js';

/** The words of a row tree, so that a page in another language can have its own. */
export interface RowTreeWords {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly line: string;
  readonly required: string;
  readonly or: string;
  readonly key: Readonly<Record<Encryption['key'], string>>;
  readonly inside: Readonly<Record<Content['shape'], string>>;
}

export const englishWords: RowTreeWords = {
  name: 'Name',
  type: 'Type',
  description: 'Description',
  line: 'Line',
  required: 'required',
  or: 'or',
  key: {
    platform: 'key of the platform',
    merchant: 'key of the merchant',
    bank: 'key of the bank',
    apiv3: 'APIv3 key',
    'apikey-digest': 'digest of the API key',
  },
  inside: { object: 'inside', list: 'inside, a list', either: 'inside, a list or an object' },
};

export interface RowTreeOptions {
  readonly words?: RowTreeWords;
  /** Address of the line of a row; none are shown if absent. */
  readonly lineLink?: (place: Place) => string;
}

/** Rows deeper than this are not indented further: a screen has an end. */
export const deepestIndent = 12;

/** The rows of a table of the model as HTML: a page's own table, with its levels, marks, values and shapes. Empty for no fields. */
export function renderRowTree(fields: readonly Field[], { words = englishWords, lineLink }: RowTreeOptions = {}): string {
  if (fields.length === 0) return '';
  const rows: string[] = [];
  const view: TreeView = { words, lineLink, rows };
  for (const field of fields) addField(field, 0, view);
  const headings = [words.name, words.type, words.description, ...(lineLink === undefined ? [] : [words.line])];
  const heading = headings.map((word) => `<th scope="col">${escapeHtml(word)}</th>`).join('');
  return `<table class="rows"><thead><tr>${heading}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

interface TreeView {
  readonly words: RowTreeWords;
  readonly lineLink: RowTreeOptions['lineLink'];
  /** Grows. */
  readonly rows: string[];
}

function addField(field: Field, depth: number, view: TreeView): void {
  view.rows.push(renderRow(field, depth, view));
  for (const child of field.fields) addField(child, depth + 1, view);
  if (field.content !== undefined) {
    addNote(`${escapeHtml(view.words.inside[field.content.shape])} <code>${field.content.format}</code>`, depth + 1, view);
    for (const child of field.content.fields) addField(child, depth + 1, view);
  }
  for (const shape of field.alternatives ?? []) {
    addNote(`${escapeHtml(view.words.or)}${shape.when === undefined ? '' : ` <code>${escapeHtml(shape.when)}</code>`}`, depth, view);
    addField(shape, depth, view);
  }
}

function addNote(content: string, depth: number, { rows, lineLink }: TreeView): void {
  rows.push(`<tr class="when"><td class="${indent(depth)}" colspan="${lineLink === undefined ? 3 : 4}">${content}</td></tr>`);
}

function indent(depth: number): string {
  return `depth-${Math.min(depth, deepestIndent)}`;
}

function renderRow(field: Field, depth: number, { words, lineLink }: TreeView): string {
  const mark = field.required ? ` <span class="required">${escapeHtml(words.required)}</span>` : '';
  const line =
    lineLink === undefined ? '' : `<td class="line"><a href="${escapeHtml(lineLink(field.place))}">${String(field.place.line)}</a></td>`;
  return [
    `<tr><td class="name ${indent(depth)}"><code>${escapeHtml(field.name)}</code>${mark}</td>`,
    `<td class="type"><code>${field.type}${field.list ? '[]' : ''}</code>${renderMarks(field, words)}</td>`,
    `<td class="description">${renderDescription(field)}</td>${line}</tr>`,
  ].join('');
}

function renderMarks({ encryption, encoding, signature }: Field, { key }: RowTreeWords): string {
  const locked =
    encryption === undefined
      ? ''
      : `<p><span class="pill lock">${encryption.kind}</span></p><p class="owner">${escapeHtml(key[encryption.key])}</p>`;
  const others = [encoding?.value, signature?.value].map((mark) =>
    mark === undefined ? '' : `<p><span class="pill info">${mark}</span></p>`,
  );
  return locked + others.join('');
}

/** The text of the page. A line that is a list of the values becomes one, and values that the text does not name follow. */
function renderDescription({ description, values }: Field): string {
  const listed = values?.items.map(({ value }) => value) ?? [];
  const list = `<ul class="values">${listed.map((value) => `<li><code>${escapeHtml(value)}</code></li>`).join('')}</ul>`;
  const lines =
    description === '' ? [] : description.split('\n').map((line) => (isListOf(line, listed) ? list : `<p>${htmlMessage(line)}</p>`));
  const isComplete = listed.every((value) => description.includes(`\`${value}\``));
  return [...lines, ...(isComplete ? [] : [list])].join('');
}

/** Whether a line begins with the first of the values and puts exactly these between backticks. */
function isListOf(line: string, values: readonly string[]): boolean {
  const spans = [...line.matchAll(/`([^`]*)`/g)].map(([, span]) => span);
  return line.startsWith('`') && spans.length === values.length && values.every((value, index) => value === spans[index]);
}

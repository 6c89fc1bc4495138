import type { Field } from '../model/api.js';
import { renderRowTree } from '../report/html/row-tree.js';
import { lineAnchor, linkBetween, pagePath, sourcePath } from './addresses.js';

/** A part of an operation or a webhook, with a heading and an id of its own. */
export interface EntryPart {
  readonly name: 'Request' | 'Response' | 'Notification' | 'Reply' | 'Code';
  /** Beside the name. */
  readonly remark?: string;
  /** Markup. */
  readonly content: string;
}

/** The rows of a table, each with a link to its line. @param file of the page */
export function renderFields(fields: readonly Field[], file: string): string {
  const tree = renderRowTree(fields, { lineLink: (place) => linkBetween(pagePath(file), sourcePath(file), lineAnchor(place)) });
  return tree === '' ? '' : `<div class="card">${tree}</div>`;
}

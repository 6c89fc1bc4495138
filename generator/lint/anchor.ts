import type { ApiPage } from '../model/api.js';
import { mixAnchor, requestId, responseId } from '../page/tokens.js';

/** Whether a page has an element with this id. */
export function isAnchorOf({ operations, webhooks }: ApiPage, anchor: string): boolean {
  return (
    [mixAnchor, requestId, responseId].includes(anchor) ||
    operations.some(({ method }) => method.toLowerCase() === anchor) ||
    webhooks.some(({ notes }) => anchor === 'post' || notes.some((note) => note.anchor === anchor))
  );
}

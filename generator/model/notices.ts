import type { Notice } from '../page/page.js';
import type { ApiNotice, Deprecation } from './api.js';

/** A status container, its successors as their links are written. */
export function buildNotice({ status, date, successors, text, place }: Notice): ApiNotice {
  return { status, ...(date !== undefined && { date }), successors: successors.map(({ url }) => url), text, place };
}

/** The first notice that is an end-of-life mark; all others are wording (drift-rules §2). */
export function findDeprecation(notices: readonly ApiNotice[]): Deprecation | undefined {
  for (const notice of notices) {
    const { status } = notice;
    if (status === 'deprecated' || status === 'discarded' || status === 'redesigned') return { ...notice, status };
  }
  return undefined;
}

import type { ApiCounts } from '../run/sdk-files.js';

/** `1,081 operations (953 v3, 128 v2) and 105 webhooks from 1,120 pages` */
export function describeApi({ pages, v2, v3, webhooks }: ApiCounts): string {
  return `${count(v2 + v3, 'operation')} (${number(v3)} v3, ${number(v2)} v2) and ${count(webhooks, 'webhook')} from ${count(pages, 'page')}`;
}

/** `1 page`, `1,120 pages` */
export function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `7.3 s` */
export function describeSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1)} s`;
}

/** With commas, whatever the locale. */
export function number(amount: number): string {
  return amount.toLocaleString('en-US');
}

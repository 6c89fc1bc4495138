import type { Operation } from '../model/api.js';
import { memberOf } from './escape.js';
import { chainKey } from './names.js';

/** How the SDK is called: `pay.v3.pay.transactions.jsapi.post`. */
export function callExpression({ template, method }: Pick<Operation, 'template' | 'method'>): string {
  return [...template.split('/').map(chainKey), method.toLowerCase()].reduce(memberOf, 'pay');
}

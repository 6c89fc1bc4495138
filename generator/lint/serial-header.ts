import type { Field, Operation } from '../model/api.js';

/** The row for the number of the platform's key. Names of headers know no case. */
export function serialHeaderOf({ request }: Operation): Field | undefined {
  const headers = request.filter(({ role }) => role === 'headers').flatMap(({ field }) => field.fields);
  return headers.find(({ name }) => name.toLowerCase() === 'wechatpay-serial');
}

import type { Operation } from '../model/api.js';

/** Names of numbers that merchants give to what they ask for (design.md §4); never a merchant or an account. */
const ownNumber = /^(?:(?:combine_)?out_(?:[a-z0-9]+_)*no|(?:[a-z0-9]+_)*request_no|partner_trade_no|mch_billno)$/;

/**
 * The required field at the top level of the body that holds the merchant's own number of this operation: with it the platform
 * recognises a repeated call. Of several such fields it is the last: those before it name what the operation is about.
 */
export function findOwnNumber({ request }: Operation): string | undefined {
  const payload = request.find(({ role }) => role === 'json' || role === 'xml');
  return payload?.field.fields.findLast(({ name, required, list, type }) => required && !list && type === 'string' && ownNumber.test(name))
    ?.name;
}

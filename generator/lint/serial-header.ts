import type { Field, Operation } from '../model/api.js';
import { visitFields } from './visit-fields.js';

/** The row for the number of the platform's key. Names of headers know no case. */
export function serialHeaderOf({ request }: Operation): Field | undefined {
  const headers = request.filter(({ role }) => role === 'headers').flatMap(({ field }) => field.fields);
  return headers.find(({ name }) => name.toLowerCase() === 'wechatpay-serial');
}

/** The first field of the request that is encrypted with the platform's key. */
export function firstEncrypted({ request }: Operation): Field | undefined {
  let first: Field | undefined;
  visitFields(
    request.map(({ field }) => field),
    (field) => {
      if (field.encryption?.kind === 'by-rsa-pubkey') first ??= field;
    },
  );
  return first;
}

/** Whether encrypted fields come without the number of their key (dialect.md §14). */
export function lacksSerialHeader(operation: Operation): boolean {
  return operation.protocol === 'v3' && !serialHeaderOf(operation) && firstEncrypted(operation) !== undefined;
}

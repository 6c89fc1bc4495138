import type { Field } from '../../model/api.js';
import { serialHeaderOf } from '../serial-header.js';
import type { PageRule } from '../page-subject.js';
import { visitFields } from '../visit-fields.js';

/** Fields encrypted with the platform's key need the number of that key in a header (dialect.md §14). */
export const serialHeaderMissing: PageRule = ({ model, file, report }) => {
  for (const operation of model.operations) {
    if (operation.protocol !== 'v3' || serialHeaderOf(operation)) continue;
    const encrypted: Field[] = [];
    visitFields(
      operation.request.map(({ field }) => field),
      (field) => {
        if (field.encryption?.kind === 'by-rsa-pubkey') encrypted.push(field);
      },
    );
    const [first] = encrypted;
    if (!first) continue;
    const headers = operation.request.find(({ role }) => role === 'headers');
    report('doc-serial-header-missing', first.place, `\`${first.name}\` is encrypted, but \`headers\` has no row \`Wechatpay-Serial\``, {
      help: headers
        ? 'add `| Wechatpay-Serial {data-required data-indent=1} | string | …` below `headers`'
        : 'add `| headers {data-required} | object | …` and below it `| Wechatpay-Serial {data-required data-indent=1} | string | …`',
      related: headers ? [{ file, place: headers.field.place, message: 'the headers' }] : [],
    });
  }
};

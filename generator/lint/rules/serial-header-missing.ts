import { firstEncrypted, lacksSerialHeader } from '../serial-header.js';
import type { PageRule } from '../page-subject.js';

/** Fields encrypted with the platform's key need the number of that key in a header (dialect.md §14). */
export const serialHeaderMissing: PageRule = ({ model, file, report }) => {
  for (const operation of model.operations) {
    const first = lacksSerialHeader(operation) ? firstEncrypted(operation) : undefined;
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

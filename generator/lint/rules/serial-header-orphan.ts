import type { Field } from '../../model/api.js';
import { encryptedWords } from '../../page/tokens.js';
import { serialHeaderOf } from '../serial-header.js';
import type { PageRule } from '../page-subject.js';
import { visitFields } from '../visit-fields.js';

/** The number of a key is asked for, yet nothing in the request is encrypted, nor speaks of it, which is reported where it does. */
export const serialHeaderOrphan: PageRule = ({ model, lines, report }) => {
  const speaksOfIt = ({ place }: Field): boolean => encryptedWords.test(lines[place.line - 1] ?? '');
  for (const operation of model.operations) {
    const header = serialHeaderOf(operation);
    if (!header) continue;
    let isUsed = false;
    visitFields(
      operation.request.map(({ field }) => field),
      (field) => {
        isUsed ||= field.encryption?.kind === 'by-rsa-pubkey' || (field !== header && field.type === 'string' && speaksOfIt(field));
      },
    );
    if (!isUsed)
      report('doc-serial-header-orphan', header.place, `\`${header.name}\` is asked for, but no field of the request is encrypted`);
  }
};

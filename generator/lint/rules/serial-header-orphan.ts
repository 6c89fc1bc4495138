import { serialHeaderOf } from '../serial-header.js';
import type { PageRule } from '../page-subject.js';
import { visitFields } from '../visit-fields.js';

/** The number of a key is asked for, yet nothing in the request is encrypted. */
export const serialHeaderOrphan: PageRule = ({ model, report }) => {
  for (const operation of model.operations) {
    const header = serialHeaderOf(operation);
    if (!header) continue;
    let isUsed = false;
    visitFields(
      operation.request.map(({ field }) => field),
      ({ encryption }) => {
        isUsed ||= encryption?.kind === 'by-rsa-pubkey';
      },
    );
    if (!isUsed) report('doc-serial-header-orphan', header.place, `\`${header.name}\` is asked for, but no field of the request is encrypted`);
  }
};

import type { Field } from '../../model/api.js';
import type { ApiRule } from '../api-subject.js';
import { encryptedAttribute, tooltipAttribute } from '../../page/tokens.js';
import { sidesOf, visitFields } from '../visit-fields.js';

interface Marked {
  readonly file: string;
  readonly field: Field;
}

/**
 * A string that is cipher text on one operation and has no mark on a sibling: the same name below the same name, on pages of one
 * product, on the same side.
 */
export const encryptionInconsistent: ApiRule = ({ api, report }) => {
  const marked = new Map<string, Marked>();
  const plain = new Map<string, Marked[]>();
  for (const page of api.pages) {
    for (const { request, response } of sidesOf(page)) {
      for (const [side, fields] of [
        ['request', request],
        ['response', response],
      ] as const) {
        visitFields(fields, (field, parent) => {
          if (field.type !== 'string' || field.content || field.encoding) return;
          const key = [familyOf(page.file), side, parent?.name ?? '', field.name].join(' ');
          if (field.encryption) {
            if (!marked.has(key)) marked.set(key, { file: page.file, field });
          } else {
            const known = plain.get(key);
            if (known) known.push({ file: page.file, field });
            else plain.set(key, [{ file: page.file, field }]);
          }
        });
      }
    }
  }
  for (const [key, sibling] of marked) {
    for (const { file, field } of plain.get(key) ?? []) {
      report(
        file,
        'doc-encryption-inconsistent',
        field.place,
        `\`${field.name}\` has no mark here, but is encrypted by a sibling operation`,
        {
          help: `write \`string {${markOf(sibling.field)}}\` into the type cell if the value is encrypted here too, else see whether it is there`,
          related: [{ file: sibling.file, place: sibling.field.place, message: 'encrypted here' }],
        },
      );
    }
  }
};

function markOf({ encryption }: Field): string {
  const tooltip = encryption?.tooltip === undefined ? '' : `${tooltipAttribute}=${encryption.tooltip} `;
  return `${tooltip}${encryptedAttribute}=${encryption?.kind ?? ''}`;
}

/** What belongs to one product: a folder of calls, or notifications whose names begin alike. */
function familyOf(file: string): string {
  const segments = file.split('/');
  const name = segments.at(-1) ?? '';
  return name === name.toLowerCase() ? segments.slice(0, -1).slice(0, productDepth).join('/') : (name.split('.')[0] ?? '');
}

/** Root, protocol and two folders below it; some products share the first of these. */
const productDepth = 4;

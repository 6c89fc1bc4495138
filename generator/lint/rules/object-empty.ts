import type { PageRule } from '../page-subject.js';
import { lacksSerialHeader } from '../serial-header.js';
import { visitPage } from '../visit-fields.js';

/**
 * An object whose members no row describes. The file of an upload is the exception (dialect.md §10). A group is not blamed for what it
 * has lost where that is reported: the number of a key, or a row that stands beside it now.
 */
export const objectEmpty: PageRule = ({ model, report }) => {
  const excused = new Set(
    model.operations.flatMap((operation) => {
      const { request } = operation;
      return request.flatMap(({ role, field }, index) => {
        if (role === 'body') return field.fields;
        const isExcused = request[index + 1]?.role === 'stray' || (role === 'headers' && lacksSerialHeader(operation));
        return isExcused ? [field] : [];
      });
    }),
  );
  visitPage(model, (field) => {
    const { name, type, fields, content, place } = field;
    if (type === 'object' && fields.length === 0 && !content && !excused.has(field)) {
      report('doc-object-empty', place, `no row says what is inside of \`${name}\``);
    }
  });
};

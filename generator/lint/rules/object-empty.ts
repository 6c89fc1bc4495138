import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/** An object whose members no row describes. The file of an upload is the exception (dialect.md §10), and so is an empty group. */
export const objectEmpty: PageRule = ({ model, report }) => {
  const files = new Set(
    model.operations.flatMap(({ request }) => request.filter(({ role }) => role === 'body').flatMap(({ field }) => field.fields)),
  );
  visitPage(model, (field) => {
    const { name, type, fields, content, place } = field;
    if (type === 'object' && fields.length === 0 && !content && !files.has(field)) {
      report('doc-object-empty', place, `no row says what is inside of \`${name}\``);
    }
  });
};

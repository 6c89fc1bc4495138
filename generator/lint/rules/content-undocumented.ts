import { jsonTextWords } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/** A string of JSON text whose content no row describes. */
export const contentUndocumented: PageRule = ({ model, report }) => {
  visitPage(model, ({ name, type, values, constant, encoding, content, fields, description, place }) => {
    if (type !== 'string' || content || fields.length > 0 || values || constant) return;
    if (encoding) report('doc-content-undocumented', place, `\`${name}\` is encoded, but no row says what is inside`);
    else if (jsonTextWords.test(description))
      report('doc-content-undocumented', place, `\`${name}\` holds JSON, but no row says what is inside`);
  });
};

import { jsonTextWords } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/** The words of a row speak of JSON text, rows of its content follow, and its type cell has no mark. */
export const encodingSuspect: PageRule = ({ model, report }) => {
  visitPage(model, ({ name, type, encryption, encoding, content, fields, description, place }) => {
    const isMarked = encryption !== undefined || (encoding !== undefined && encoding.implied !== true);
    if (type !== 'string' || isMarked || !(content ?? fields.length > 0) || !jsonTextWords.test(description)) return;
    report('doc-encoding-suspect', place, `the text of \`${name}\` speaks of JSON, but the row has no mark`);
  });
};

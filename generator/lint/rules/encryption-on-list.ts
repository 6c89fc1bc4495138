import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/** A mark on a list of strings: every element counts as cipher text. */
export const encryptionOnList: PageRule = ({ model, report }) => {
  visitPage(model, ({ name, type, list, encryption }) => {
    if (type === 'string' && list && encryption) {
      report('doc-encryption-on-list', encryption.place, `\`${name}\` is a list, and each of its elements is taken as cipher text`);
    }
  });
};

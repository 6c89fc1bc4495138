import { plainListWords } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/** What looks like a list of values, but without code spans. */
export const enumUnmarked: PageRule = ({ model, report }) => {
  visitPage(model, ({ name, description, values, constant, place }) => {
    if (!values && !constant && plainListWords.test(description)) {
      report('doc-enum-unmarked', place, `\`${name}\` seems to list its values, but not in code spans`);
    }
  });
};

import { enumKeyword } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/** The keyword of a list of values, and nothing that could be read as one. */
export const enumUnmarked: PageRule = ({ model, report }) => {
  visitPage(model, ({ name, description, values, constant, place }) => {
    if (!values && !constant && description.includes(enumKeyword)) {
      report('doc-enum-unmarked', place, `\`${name}\` speaks of \`${enumKeyword}\`, but no code span stands before the word`);
    }
  });
};

import type { PageRule } from '../page-subject.js';
import { visitRows } from '../visit-rows.js';

/** Two underscores in a row are nearly always a slip. */
export const nameUnderscores: PageRule = ({ page, report }) => {
  visitRows(page, ({ name, place }) => {
    if (name.includes('__')) report('doc-name-underscores', place, `\`${name}\` holds two underscores in a row`);
  });
};

import type { Field } from '../../model/api.js';
import { listBehindKeyword, plainListWords } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/** What looks like a list of values, or like one of them, but is not read as such. */
export const enumUnmarked: PageRule = ({ model, report }) => {
  visitPage(model, (field) => {
    const { name, description, values, constant, place } = field;
    if (values) {
      const left = valueLeftOut(field);
      if (left !== undefined)
        report('doc-enum-unmarked', place, `\`${left}\` stands like a value of \`${name}\`, but outside of the list`, {
          why: 'it is no value of the list, so that calls with it are refused',
          help: 'write each value on a line of its own, without other lines between, as `` `A`：text ``',
        });
    } else if (!constant && plainListWords.test(description)) {
      report('doc-enum-unmarked', place, `\`${name}\` seems to list its values, but not in code spans`);
    } else if (!constant && listBehindKeyword.test(description)) {
      report('doc-enum-unmarked', place, `\`${name}\` seems to list its values, but behind the keyword`, {
        why: 'values are read before the keyword, or on lines of their own with a colon and a text each',
        help: 'write the values before the keyword',
      });
    }
  });
};

/** A line of an explained list that begins like the others and yet is none of them. */
function valueLeftOut({ description, values }: Field): string | undefined {
  if (values?.form !== 'explained') return undefined;
  const known = new Set(values.items.map(({ value }) => value));
  return description
    .split('\n')
    .map((line) => /^ *`([^`]+)`/.exec(line)?.[1])
    .find((value) => value !== undefined && !known.has(value));
}

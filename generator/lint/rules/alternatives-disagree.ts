import type { Field } from '../../model/api.js';
import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/**
 * A member of several shapes of one field that only some of them encrypt, sign or encode. The SDK knows by the path of a member what
 * becomes of it, and treats it the same way in all shapes.
 */
export const alternativesDisagree: PageRule = ({ model, file, report }) => {
  visitPage(model, (field) => {
    const seen = new Map<string, Field>();
    for (const shape of field.alternatives ? [field, ...field.alternatives] : []) {
      for (const [path, member] of membersOf(shape)) {
        const first = seen.get(path);
        if (first === undefined) seen.set(path, member);
        else if (treatment(first) !== treatment(member)) {
          const message = `\`${member.name}\` is ${treatment(member)} in this shape of \`${field.name}\`, and ${treatment(first)} in another`;
          report('doc-alternatives-disagree', member.typePlace, message, {
            related: [{ file, place: first.typePlace, message: 'the same member of another shape' }],
          });
        }
      }
    }
  });
};

/** Everything below a shape by its path, but for what has shapes of its own. */
function membersOf({ fields, content }: Field, path = ''): [string, Field][] {
  return [...fields, ...(content?.fields ?? [])].flatMap((member) => {
    const here = `${path}/${member.name}`;
    return [[here, member], ...(member.alternatives ? [] : membersOf(member, here))];
  });
}

function treatment({ encryption, encoding, signature }: Field): string {
  const marks = [encryption && `encrypted \`${encryption.kind}\``, encoding && `encoded \`${encoding.value}\``, signature && 'signed'];
  return marks.filter((mark) => mark !== undefined).join(' and ') || 'plain';
}

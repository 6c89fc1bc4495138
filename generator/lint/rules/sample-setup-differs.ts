import { splitProgram } from '../../page/php/split-program.js';
import type { PageRule } from '../page-subject.js';

/** Samples of one operation that prepare their argument in different ways. That they make the same call was checked while reading. */
export const sampleSetupDiffers: PageRule = ({ page, file, report }) => {
  for (const { samples } of page.sections) {
    // Samples that share the argument were found to be alike in all but the call.
    const [first, ...rest] = samples;
    const others = rest.filter(({ call }) => call && call.options !== first?.call?.options);
    if (others.length === 0) continue;
    const setup = first && splitProgram(first.code)?.setup;
    if (!first || setup === undefined) continue;
    const other = others.find(({ code }) => withoutBlanks(splitProgram(code)?.setup ?? setup) !== withoutBlanks(setup));
    if (!other) continue;
    report(
      'doc-sample-setup-differs',
      other.place,
      `sample \`${other.label}\` prepares its argument in another way than \`${first.label}\``,
      {
        related: [{ file, place: first.place, message: 'the first sample' }],
      },
    );
  }
};

/** Blanks between the words of a program mean nothing; those inside of texts never make the whole difference. */
function withoutBlanks(code: string): string {
  return code.replaceAll(/\s/g, '');
}

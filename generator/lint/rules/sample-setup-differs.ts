import { splitProgram } from '../../page/php/split-program.js';
import type { PageRule } from '../page-subject.js';

/** Samples of one operation that prepare their argument in different ways. That they make the same call was checked while reading. */
export const sampleSetupDiffers: PageRule = ({ page, file, report }) => {
  for (const { samples } of page.sections) {
    const [first] = samples;
    const setup = first && splitProgram(first.code)?.setup;
    if (!first || setup === undefined) continue;
    const other = samples.find(({ code, call }) => call && (splitProgram(code)?.setup ?? setup).trim() !== setup.trim());
    if (!other) continue;
    report('doc-sample-setup-differs', other.place, `sample \`${other.label}\` prepares its argument in another way than \`${first.label}\``, {
      related: [{ file, place: first.place, message: 'the first sample' }],
    });
  }
};

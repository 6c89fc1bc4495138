import { compareSample } from '../compare-sample.js';
import type { PageRule } from '../page-subject.js';

/** The sample against the request table. The other samples of an operation are compared with the first while reading. */
export const example: PageRule = ({ page, model, file, lines, report }) => {
  for (const operation of model.operations) {
    const section = page.sections.find(({ verb }) => verb.place.line === operation.place.line);
    const call = section?.samples.find((sample) => sample.call)?.call;
    if (!call) continue;
    const said = new Set<string>();
    for (const { code, place, message, help, other } of compareSample(operation, call.options, lines)) {
      // A list repeats the fault of its rows in every element.
      const key = `${code} ${message}`;
      if (said.has(key)) continue;
      said.add(key);
      report(code, place, message, { ...(help !== undefined && { help }), related: other ? [{ file, ...other }] : [] });
    }
  }
};

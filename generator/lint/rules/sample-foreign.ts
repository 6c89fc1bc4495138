import { clientName } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';

/** Samples that never name the client: those that build the address of a redirect, or fetch a file by themselves (dialect.md §16.1). */
export const sampleForeign: PageRule = ({ page, model, lines, report }) => {
  for (const { place } of model.operations) {
    const samples = page.sections.find(({ verb }) => verb.place.line === place.line)?.samples ?? [];
    if (samples.length === 0 || samples.some(({ code }) => code.includes(clientName))) continue;
    const heading = { line: place.line, column: 1, endColumn: (lines[place.line - 1] ?? '').length + 1 };
    report('doc-sample-foreign', heading, 'no sample of the operation calls it through the client');
  }
};

import { encryptedWords, tooltipAttribute, tooltipMarks } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';
import { visitPage } from '../visit-fields.js';

/** The words of a row speak of encryption, and its type cell has no mark. */
export const encryptionSuspect: PageRule = ({ model, lines, report }) => {
  visitPage(model, ({ name, type, encryption, description, content, values, constant, place }) => {
    if (type !== 'string' || encryption || content || values || constant) return;
    const words = encryptedWords.exec(description)?.[0];
    // A tooltip without its mark says it better.
    if (words !== undefined && !speaksInTooltip(lines[place.line - 1] ?? ''))
      report('doc-encryption-suspect', place, `the text of \`${name}\` says \`${words}\`, but the row has no mark`);
  });
};

function speaksInTooltip(row: string): boolean {
  return row.includes(tooltipAttribute) && tooltipMarks.some(([words]) => row.includes(words));
}

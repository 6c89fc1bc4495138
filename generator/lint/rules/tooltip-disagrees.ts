import { keyOwnerWords, tooltipMarks } from '../../page/tokens.js';
import type { PageRule, PageSubject } from '../page-subject.js';
import { sidesOf, visitFields } from '../visit-fields.js';
import { visitRows } from '../visit-rows.js';

/** The tooltip of a type cell names a treatment that the marks beside it do not (dialect.md §9), or a key that has no use there (§21). */
export const tooltipDisagrees: PageRule = (subject) => {
  checkMarks(subject);
  checkKeys(subject);
};

function checkMarks({ page, report }: PageSubject): void {
  visitRows(page, ({ name, type: { tooltip, encrypted, encoded, signed } }) => {
    const mark = tooltip && tooltipMarks.find(([words]) => tooltip.value.includes(words))?.[1];
    if (!tooltip || mark === undefined) return;
    const isMarked = [encrypted, encoded, signed].some((given) => given?.value === mark);
    if (!isMarked)
      report('doc-tooltip-disagrees', tooltip.place, `the tooltip of \`${name}\` means \`${mark}\`, but the row has no such mark`);
  });
}

/** What the merchant sends is for a key of the platform or the bank, what it receives for its own. */
function checkKeys({ model, report }: PageSubject): void {
  for (const { described, request, response } of sidesOf(model)) {
    const isWebhook = described.kind === 'webhook';
    for (const [fields, isSent] of [
      [request, !isWebhook],
      [response, isWebhook],
    ] as const) {
      visitFields(fields, ({ name, encryption }) => {
        if (encryption?.kind !== 'by-rsa-pubkey' || !keyOwnerWords.some(([word]) => encryption.tooltip?.includes(word))) return;
        if ((encryption.key === 'merchant') !== isSent) return;
        report('doc-tooltip-disagrees', encryption.place, `the tooltip of \`${name}\` names the key of the ${encryption.key}`, {
          why: isSent
            ? 'whoever receives it cannot decrypt what is encrypted with the key of the merchant'
            : 'the merchant has no other key than its own to decrypt it with',
          help: isSent ? 'name the key of the platform' : 'name the key of the merchant',
        });
      });
    }
  }
}

import { hashContent } from './content-hash.js';

const digits = 16;
const sealPattern = /\bSeal: ([\w-]{16})(?![\w-])/;
/** A seal stands in the first line, or in the second line of a JSON object. */
const reach = 500;

/** The placeholder for a seal, as long as a real one so that formatting does not depend on it. */
export const blankSeal = `Seal: ${'0'.repeat(digits)}`;

/** Replaces the blank seal of a header by the hash of the text with the blank seal. Text without one is returned as it is. */
export function sealText(text: string): string {
  const head = text.slice(0, reach);
  return head.includes(blankSeal) ? head.replace(blankSeal, `Seal: ${sealOf(text)}`) + text.slice(reach) : text;
}

/** True if the text has a seal and nothing was changed since it was put on. */
export function isSealed(content: string): boolean {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const head = text.slice(0, reach);
  const seal = sealPattern.exec(head)?.[1];
  return seal !== undefined && seal === sealOf(head.replace(sealPattern, blankSeal) + text.slice(reach));
}

function sealOf(blankText: string): string {
  return hashContent(blankText).slice(0, digits);
}

import type { Severity } from '../../diagnostics/diagnostic.js';

/** Colours of the text report. Colour is an addition: the text reads the same without it. */
export type Paint = Readonly<Record<Severity | 'bold' | 'dim' | 'good', (text: string) => string>>;

export function paint(colour: boolean): Paint {
  const wrap =
    (open: number, close: number) =>
    (text: string): string =>
      colour ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return {
    fatal: wrap(31, 39),
    error: wrap(31, 39),
    warn: wrap(33, 39),
    info: wrap(36, 39),
    good: wrap(32, 39),
    bold: wrap(1, 22),
    dim: wrap(2, 22),
  };
}

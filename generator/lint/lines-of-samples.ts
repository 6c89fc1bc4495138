import type { Page } from '../page/page.js';

/** Numbers of the lines that programs stand on. */
export function linesOfSamples({ sections }: Page): ReadonlySet<number> {
  const samples = sections.flatMap((section) => section.samples);
  return new Set(samples.flatMap(({ place, code }) => code.split('\n').map((_, index) => place.line + index)));
}

import type { RunDetails } from 'fast-check';

/** How many random pages a property tries: few beside the other tests, as many as wanted with `RUNS=100000` (`npm run test:long`). */
export const runs = Number(process.env['RUNS'] ?? 150);

/** One page and one input say more than all pages of a bundle. */
export function throwCause<Values>({ failed, errorInstance }: RunDetails<Values>): void {
  if (failed) throw errorInstance;
}

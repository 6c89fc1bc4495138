import type { RunDetails } from 'fast-check';

/** Somebody has time for more than the share of these tests among all others. */
export const isLong = process.env['RUNS'] !== undefined;

/** How many random pages a property tries: few beside the other tests, as many as wanted with `RUNS=100000` (`npm run test:long`). */
export const runs = Number(process.env['RUNS'] ?? 150);

/** Where a run begins; the same number makes the same pages. */
export const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 0x7fff_ffff));

/** Tells of a long run what it did. The other tests need no words. */
export function tellLongRun(title: string, counts: Readonly<Record<string, number>>): void {
  if (isLong) console.log(`${title}, seed ${String(seed)}: ${JSON.stringify(counts)}`);
}

/** One page and one input say more than all pages of a bundle. */
export function throwCause<Values>({ failed, errorInstance }: RunDetails<Values>): void {
  if (failed) throw errorInstance;
}

/** The middle of the values; of an even number the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** `1.34 ×`; a dash where one of them is missing. */
export function ratio(value: number | undefined, base: number | undefined): string {
  return value === undefined || base === undefined || !(base > 0) ? '–' : `${(value / base).toPrecision(3)} ×`;
}

/** `812 ms`, `13.6 s` */
export function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toPrecision(3)} s`;
}

/** `65 ns`, `1,060 ns` */
export function nanoseconds(value: number): string {
  return `${Math.round(value).toLocaleString('en')} ns`;
}

/** `1.10 GB`, `905 MB`, `6.4 kB` */
export function bytes(value: number): string {
  if (value < 1e6) return `${(value / 1e3).toPrecision(3)} kB`;
  return value < 1e9 ? `${(value / 1e6).toPrecision(3)} MB` : `${(value / 1e9).toPrecision(3)} GB`;
}

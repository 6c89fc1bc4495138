import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { PackedPage } from './packed-page.js';

/** What one page says, as it travels between threads and through the cache. */
export interface PackedReading {
  readonly file: string;
  /** Absent if something fatal was found. */
  readonly page?: PackedPage;
  readonly diagnostics: readonly Diagnostic[];
  /** The next look at the same page may say something else, so that it is not kept. */
  readonly momentary?: true;
}

/** Everything but the packed bytes, and how many of these there are. */
type Heading = Omit<PackedReading, 'page'> & {
  readonly key: string;
  readonly page?: Omit<PackedPage, 'packed'>;
  readonly length: number;
};

/** Readings as bytes: a line of JSON, and the packed models one after the other. @param readings by a key of the caller's */
export function bundleReadings(readings: ReadonlyMap<string, PackedReading>): Buffer {
  const headings = [...readings].map(([key, { page, ...reading }]): Heading => {
    if (page === undefined) return { key, ...reading, length: 0 };
    const { packed, ...rest } = page;
    return { key, ...reading, page: rest, length: packed.length };
  });
  const models = [...readings.values()].flatMap(({ page }) => page?.packed ?? []);
  return Buffer.concat([Buffer.from(`${JSON.stringify(headings)}\n`), ...models]);
}

/** @param bundle made by `bundleReadings` */
export function openBundle(bundle: Buffer): Map<string, PackedReading> {
  let end = bundle.indexOf('\n') + 1;
  // The text before the first line feed was printed by `bundleReadings`.
  const headings = JSON.parse(bundle.toString('utf8', 0, end)) as readonly Heading[];
  return new Map(
    headings.map(({ key, page, length, ...reading }) => {
      const start = end;
      end += length;
      // A copy: what goes to another thread takes all with it that it is a part of.
      return [key, page === undefined ? reading : { ...reading, page: { ...page, packed: new Uint8Array(bundle.subarray(start, end)) } }];
    }),
  );
}

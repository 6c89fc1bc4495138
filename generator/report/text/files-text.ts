import type { SdkFiles } from '../report.js';
import { printable } from './printable.js';

/** One line per file of an SDK that is not as it should be: `stale    src/v3/refunds.ts`. */
export function filesText(files: SdkFiles): string {
  return Object.entries(files)
    .flatMap(([state, paths]: [string, readonly string[]]) => paths.map((path) => `${state.padEnd(7)}  ${printable(path)}\n`))
    .join('');
}

import { noSuchPage } from './no-such-page.js';
import { matchPages } from './specs-globs.js';

export interface Selection {
  /** See `matchPages`. */
  readonly globs?: readonly string[];
  /** The folder that globs may count from (default: the specs folder). */
  readonly folder?: string;
}

/**
 * A test for the pages that a run shall read.
 *
 * @param files of all pages, relative to the specs folder
 * @throws SettingsError if there are globs and they name no page
 */
export function selectPages(specs: string, { globs = [], folder = specs }: Selection, files: readonly string[]): (file: string) => boolean {
  const isSelected = matchPages(globs, specs, folder);
  if (globs.length > 0 && !files.some(isSelected)) throw noSuchPage(globs, files);
  return isSelected;
}

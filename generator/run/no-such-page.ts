import { nearest } from '../diagnostics/nearest.js';
import { SettingsError } from './settings-error.js';

/**
 * What to tell of names that fit no page: which page was most likely meant, or how pages are named.
 *
 * @param names as given
 * @param files of all pages, relative to the specs folder
 */
export function noSuchPage(names: readonly string[], files: readonly string[]): SettingsError {
  const similar = names.length === 1 ? similarPage(names[0] ?? '', files) : undefined;
  return new SettingsError(
    `no page matches ${names.join(' ')}`,
    similar === undefined ? 'name pages relative to the specs folder, such as "openapi/v3/**"' : `did you mean ${similar}?`,
  );
}

/** The page whose path ends like that, or else the nearest one. */
function similarPage(name: string, files: readonly string[]): string | undefined {
  const path = `${name.replace(/\.md$/, '')}.md`;
  return files.find((file) => `/${file}`.endsWith(`/${path}`)) ?? nearest(path, files) ?? nearestByName(path, files);
}

/** Where the folder is wrong or left out, and the last part is mistyped. */
function nearestByName(path: string, files: readonly string[]): string | undefined {
  const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  const name = nearest(nameOf(path), files.map(nameOf));
  return files.find((file) => nameOf(file) === name);
}

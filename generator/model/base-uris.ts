import type { RequestGroup } from './api.js';

/**
 * Addresses that the page offers instead of the main host: the `https` code spans of the `base_uri` row (dialect.md §14). Text that
 * is no plain address of a host and perhaps a path is left out.
 */
export function baseUris(groups: readonly RequestGroup[]): string[] {
  return groups
    .filter(({ role }) => role === 'base_uri')
    .flatMap(({ field }) =>
      [...field.description.matchAll(/`(https:\/\/[A-Za-z0-9.-]+(?::[0-9]+)?)(\/[A-Za-z0-9._/-]*)?`/g)].flatMap(
        ([, host = '', path = '/']) => (URL.canParse(host) ? [host + path] : []),
      ),
    );
}

import type { GroupRole } from './api.js';

const groupNames: ReadonlySet<string> = new Set<GroupRole>([
  'json',
  'query',
  'headers',
  'xml',
  'body',
  'base_uri',
  'security',
  'nonceless',
  'fragment',
  'timeout',
]);

/**
 * How a row at depth 0 of a request table travels (dialect.md §14). A placeholder of the URL wins over a group of the same name.
 *
 * @param pathNames placeholders of the URL and of the spelling that the samples give it
 */
export function groupRole(name: string, pathNames: readonly string[]): GroupRole {
  if (pathNames.includes(name)) return 'path';
  return isGroupRole(name) ? name : 'stray';
}

function isGroupRole(name: string): name is GroupRole {
  return groupNames.has(name);
}

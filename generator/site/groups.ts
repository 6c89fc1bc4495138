import type { Api, Operation, Webhook } from '../model/api.js';
import { groupPath } from './addresses.js';
import { count, renderEntryList } from './entry-list.js';
import type { Sheet } from './layout.js';
import { escapeHtml } from '../report/html/escape-html.js';
import { entriesOf, groupBy, type SiteView } from './site-view.js';

/** Operations whose URLs begin alike, or the webhooks of a protocol. */
export interface Group {
  /** `v3/pay`, `webhook/v3` */
  readonly name: string;
  /** What comes before the name of the group in a list of groups: `APIv3`. */
  readonly family: string;
  readonly path: string;
  readonly entries: readonly (Operation | Webhook)[];
}

/** All groups, those of one family beside each other. Names that differ only in case are one group, as they are one file on some disks. */
export function groupEntries({ pages }: Api): Group[] {
  const groups = groupBy(pages.flatMap(entriesOf), (entry) => groupName(entry).toLowerCase());
  const all = [...groups.values()].flatMap((entries): Group[] => {
    const [first] = entries;
    return first === undefined
      ? []
      : [{ name: groupName(first), family: familyOf(first), path: groupPath(groupName(first).toLowerCase()), entries }];
  });
  return all.sort((left, right) => families.indexOf(left.family) - families.indexOf(right.family) || (left.name < right.name ? -1 : 1));
}

export function groupName(entry: Operation | Webhook): string {
  return entry.kind === 'webhook' ? `webhook/${entry.protocol}` : entry.template.split('/').slice(0, 2).join('/');
}

const families = ['APIv3', 'APIv2', 'Webhooks'];

function familyOf({ kind, protocol }: Operation | Webhook): string {
  return kind === 'webhook' ? 'Webhooks' : `API${protocol}`;
}

export function renderGroup({ name, path, entries }: Group, view: SiteView): Sheet {
  const noun = entries[0]?.kind === 'webhook' ? 'webhook' : 'operation';
  const body = `<h1>${escapeHtml(name)}</h1>\n<p class="faint">${count(entries.length, noun)}</p>\n${renderEntryList(entries, path, view)}`;
  return { path, title: `${name} · API reference`, body };
}

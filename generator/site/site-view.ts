import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ApiPage, Operation, Webhook } from '../model/api.js';
import type { SiteFinding, SiteInput } from './site.js';

/** What a site is made of, by what its pages ask for. */
export interface SiteView extends SiteInput {
  readonly pages: ReadonlyMap<string, ApiPage>;
  readonly files: ReadonlySet<string>;
  /** By operation or webhook. */
  readonly entries: ReadonlyMap<string, Operation | Webhook>;
  /** By page. */
  readonly diagnosticsOf: ReadonlyMap<string, readonly Diagnostic[]>;
  /** By operation or webhook, gravest first. */
  readonly findingsOf: ReadonlyMap<string, readonly SiteFinding[]>;
}

export function viewSite(input: SiteInput): SiteView {
  const { pages } = input.api;
  const findings = input.drift?.findings ?? [];
  return {
    ...input,
    pages: new Map(pages.map((page) => [page.file, page])),
    files: new Set(pages.map(({ file }) => file)),
    entries: new Map(pages.flatMap(entriesOf).map((entry) => [entry.id, entry])),
    diagnosticsOf: groupBy(input.diagnostics, ({ file }) => file),
    findingsOf: groupBy(findings.toSorted(gravestFirst), ({ operation }) => operation),
  };
}

export function entriesOf({ operations, webhooks }: ApiPage): (Operation | Webhook)[] {
  return [...operations, ...webhooks];
}

/** In the order of their first items. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const levels: readonly string[] = ['error', 'warn', 'info', 'off'] satisfies SiteFinding['level'][];

function gravestFirst(left: SiteFinding, right: SiteFinding): number {
  return levels.indexOf(left.level) - levels.indexOf(right.level);
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diffApis, type DiffOptions } from '../drift/diff-apis.js';
import type { DriftReport } from '../drift/finding.js';
import { hashGenerator } from './generator-hash.js';
import { assemblePages, unpackApi } from './assemble-pages.js';
import type { PackedPage } from './packed-page.js';
import { openCache } from './page-cache.js';
import { silent, type Progress } from './progress.js';
import type { Settings } from './settings.js';
import { readTree } from './read-tree.js';
import type { SpecsTree } from './specs-tree.js';
import { openWorkshop } from './workshop.js';

export interface TreeDiff {
  readonly report: DriftReport;
  /** Why pages cannot be understood, by revision. */
  readonly faults: { readonly base: readonly Diagnostic[]; readonly head: readonly Diagnostic[] };
}

/**
 * What changed in the documented contract between two trees. All pages of each are put together, as one page may take the place of
 * another; no model is made of pages that are the same in both.
 */
export async function diffTrees(
  base: SpecsTree,
  head: SpecsTree,
  {
    settings,
    progress = silent,
    ...policy
  }: Pick<DiffOptions, 'accepted' | 'levels'> & {
    readonly settings: Pick<Settings, 'jobs' | 'cache'>;
    readonly progress?: Progress;
  },
): Promise<TreeDiff> {
  const workshop = openWorkshop(settings.jobs);
  try {
    const cache = openCache(settings.cache);
    const tools = { cache, workshop, generator: hashGenerator(), progress };
    const isShared = sharedPages(base, head);
    const headReadings = await readTree(head, head.pages, tools);
    const baseReadings = await readTree(
      base,
      base.pages.filter(({ file }) => !isShared(file)),
      tools,
    );
    const sharedReadings = headReadings.filter(({ file }) => isShared(file));
    const before = await assemblePages({ readings: [...baseReadings, ...sharedReadings], overlays: base.overlays, kept: [] });
    const after = await assemblePages({ readings: headReadings, overlays: head.overlays, kept: [] });
    cache.trim();
    const isSame = samePages(before.pages, after.pages);
    const faults = { base: before.diagnostics.filter(isFatal), head: after.diagnostics.filter(isFatal) };
    const report = diffApis(
      unpackApi(before.pages.filter((page) => !isSame(page))),
      unpackApi(after.pages.filter((page) => !isSame(page))),
      {
        ...policy,
        unreadable: { base: filesOf(faults.base), head: filesOf(faults.head) },
        diagnostics: { base: before.diagnostics, head: after.diagnostics },
      },
    );
    const lasting = new Set(filesOf(faults.head).filter(isShared));
    return { report, faults: { base: faults.base.filter(({ file }) => !lasting.has(file)), head: faults.head } };
  } finally {
    await workshop.close();
  }
}

/** Pages that need to be read once only. */
function sharedPages(base: SpecsTree, head: SpecsTree): (file: string) => boolean {
  const hashes = new Map(base.pages.map(({ file, hash }) => [file, hash]));
  const shared = new Set(head.pages.filter(({ file, hash }) => hash !== undefined && hashes.get(file) === hash).map(({ file }) => file));
  return (file) => shared.has(file);
}

/** Pages that became the same in both revisions, beside the others and with what overlays say. */
function samePages(before: readonly PackedPage[], after: readonly PackedPage[]): (page: PackedPage) => boolean {
  const models = new Map(before.map(({ facts, model }) => [facts.file, model]));
  const same = new Set(after.filter(({ facts, model }) => models.get(facts.file) === model).map(({ facts }) => facts.file));
  return ({ facts }) => same.has(facts.file);
}

function isFatal({ severity }: Diagnostic): boolean {
  return severity === 'fatal';
}

function filesOf(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.map(({ file }) => file))];
}

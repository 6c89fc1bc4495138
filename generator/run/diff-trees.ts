import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diffApis, type DiffOptions } from '../drift/diff-apis.js';
import type { DriftReport } from '../drift/finding.js';
import { hashGenerator } from './generator-hash.js';
import { assemblePages, unpackApi } from './assemble-pages.js';
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
 * What changed in the documented contract between two trees. No model is made of pages that are the same in both: nothing changed in
 * them, and nothing that another page says changes what they are.
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
    const ownReadings = headReadings.filter(({ file }) => !isShared(file));
    const before = await assemblePages({
      readings: await readTree(
        base,
        base.pages.filter(({ file }) => !isShared(file)),
        tools,
      ),
      overlays: base.overlays,
      kept: [],
    });
    const after = await assemblePages({ readings: ownReadings, overlays: head.overlays, kept: [] });
    cache.trim();
    const lasting = headReadings.filter(({ file }) => isShared(file)).flatMap(({ diagnostics }) => diagnostics.filter(isFatal));
    const report = diffApis(unpackApi(before.pages), unpackApi(after.pages), {
      ...policy,
      unreadable: { base: filesOf(before.diagnostics.filter(isFatal)), head: filesOf(after.diagnostics.filter(isFatal)) },
      diagnostics: { base: before.diagnostics, head: [...after.diagnostics, ...lasting] },
    });
    return { report, faults: { base: before.diagnostics.filter(isFatal), head: [...after.diagnostics.filter(isFatal), ...lasting] } };
  } finally {
    await workshop.close();
  }
}

function sharedPages(base: SpecsTree, head: SpecsTree): (file: string) => boolean {
  const sameOverlays = JSON.stringify(base.overlays) === JSON.stringify(head.overlays);
  const hashes = new Map(base.pages.map(({ file, hash }) => [file, hash]));
  const shared = new Set(head.pages.filter(({ file, hash }) => hash !== undefined && hashes.get(file) === hash).map(({ file }) => file));
  return (file) => sameOverlays && shared.has(file);
}

function isFatal({ severity }: Diagnostic): boolean {
  return severity === 'fatal';
}

function filesOf(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.map(({ file }) => file))];
}

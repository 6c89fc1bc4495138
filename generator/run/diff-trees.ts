import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diffApis, type DiffOptions } from '../drift/diff-apis.js';
import type { DriftReport } from '../drift/finding.js';
import { hashGenerator } from './generator-hash.js';
import { loadTree } from './load-tree.js';
import { openCache } from './page-cache.js';
import { silent, type Progress } from './progress.js';
import type { Settings } from './settings.js';
import type { SpecsTree } from './specs-tree.js';
import { openWorkshop } from './workshop.js';

export interface TreeDiff {
  readonly report: DriftReport;
  /** A page of either revision cannot be understood. */
  readonly isFatal: boolean;
}

/**
 * What changed in the documented contract between two trees. Pages that are the same in both are not read: nothing changed in them,
 * and nothing that another page says changes what they are.
 */
export async function diffTrees(
  base: SpecsTree,
  head: SpecsTree,
  { settings, progress = silent, ...policy }: Pick<DiffOptions, 'accepted' | 'levels'> & {
    readonly settings: Pick<Settings, 'jobs' | 'cache'>;
    readonly progress?: Progress;
  },
): Promise<TreeDiff> {
  const workshop = openWorkshop(settings.jobs);
  try {
    const cache = openCache(settings.cache);
    const tools = { cache, workshop, generator: hashGenerator(), progress };
    const isShared = sharedPages(base, head);
    const before = await loadTree(base, base.pages.filter((page) => !isShared(page.file)), tools);
    const after = await loadTree(head, head.pages.filter((page) => !isShared(page.file)), tools);
    cache.trim();
    const report = diffApis(before.api, after.api, {
      ...policy,
      unreadable: { base: fatalFiles(before.diagnostics), head: fatalFiles(after.diagnostics) },
      diagnostics: { base: before.diagnostics, head: after.diagnostics },
    });
    return { report, isFatal: fatalFiles(before.diagnostics).length + fatalFiles(after.diagnostics).length > 0 };
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

function fatalFiles(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.filter(({ severity }) => severity === 'fatal').map(({ file }) => file))];
}

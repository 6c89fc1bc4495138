import { join, posix } from 'node:path';
import { hashContent } from '../output/content-hash.js';
import { hasFolder, listEntries, linkMode, readBlobs, repositoryRoot, resolveRevision, type Entry } from './git-tree.js';
import { decodePage } from './page-tree.js';
import type { OverlayFile } from './read-overlays.js';
import { SettingsError } from './settings-error.js';
import type { SpecsTree, TreePage } from './specs-tree.js';

/** A folder of a revision: `v1.2:specs`. */
export interface RevisionName {
  readonly revision: string;
  /** From the root of the repository; empty for the root itself. */
  readonly folder: string;
  /** Folder of the overlays, from the root of the repository (default: `overlays/` in the folder). */
  readonly overlays?: string;
  /** A revision without the folder is one from before the first page, or after the last. */
  readonly mayBeAbsent?: boolean;
}

/**
 * A specs folder as a revision of the git repository has it. Nothing is checked out.
 *
 * @param repository any folder inside of the repository
 * @throws SettingsError if there is no such revision, or no pages in that folder of it
 */
export function openRevision(repository: string, { revision, folder, overlays, mayBeAbsent = false }: RevisionName): SpecsTree {
  const name = `${revision}:${folder}`;
  const commit = resolveRevision(repository, revision);
  if (mayBeAbsent && !hasFolder(repository, commit, folder)) {
    return { name, folder: join(repositoryRoot(repository), folder), pages: [], overlays: [], readText: () => undefined };
  }
  const missing = { problem: `there is no folder ${name}`, help: 'name one that holds openapi/ and webhook/' };
  const entries = listEntries(repository, `${commit}:${folder}`, missing);
  const root = folder === '' ? '' : `${folder}/`;
  const roots = rootsOf(
    entries.map(({ path }) => path),
    name,
  );
  const isPage = ({ path }: Entry): boolean => path.endsWith('.md') && !/(?:^|\/)\./.test(path) && roots.includes(path.split('/')[0] ?? '');
  const isOverlay = ({ path }: Entry): boolean => /^overlays\/[^/]+\.ya?ml$/.test(path);
  const isSetting = ({ path }: Entry): boolean => path.startsWith('.docwright/');
  const wanted = entries.filter((entry) => isPage(entry) || isOverlay(entry) || isSetting(entry));
  const blobs = readBlobs(
    repository,
    wanted.filter(({ mode }) => mode !== linkMode),
  );
  const textOf = ({ id }: Entry): string | undefined => decodePage(blobs.get(id) ?? new Uint8Array());
  return {
    name,
    folder: join(repositoryRoot(repository), folder),
    pages: wanted.filter(isPage).map((entry) => readEntry(entry, blobs, textOf)),
    overlays:
      overlays === undefined
        ? wanted.filter(isOverlay).map((entry) => ({ file: entry.path, text: textOf(entry) ?? '' }))
        : readOverlaysElsewhere(repository, { commit, folder, overlays }),
    readText(file) {
      const entry = wanted.find(({ path }) => path === file);
      if (entry === undefined) return undefined;
      if (blobs.get(entry.id) === undefined) throw new SettingsError(`${root}${file} of ${revision} is no file`, 'make it a regular file');
      return textOf(entry);
    },
  };
}

/** Overlays that do not stand where they are by default. */
function readOverlaysElsewhere(
  repository: string,
  { commit, folder, overlays }: { readonly commit: string; readonly folder: string; readonly overlays: string },
): OverlayFile[] {
  if (!hasFolder(repository, commit, overlays)) return [];
  const missing = { problem: `there is no folder ${overlays} in ${commit}`, help: 'name the folder of the overlays with --overlays DIR' };
  const entries = listEntries(repository, `${commit}:${overlays}`, missing).filter(
    ({ mode, path }) => mode !== linkMode && /^[^/]+\.ya?ml$/.test(path),
  );
  const blobs = readBlobs(repository, entries);
  return entries.map(({ id, path }) => ({
    file: posix.join(posix.relative(folder, overlays), path),
    text: decodePage(blobs.get(id) ?? new Uint8Array()) ?? '',
  }));
}

/** The same two layouts as on disk (design.md §3). */
function rootsOf(paths: readonly string[], name: string): string[] {
  const tops = new Set(paths.map((path) => path.split('/')[0] ?? ''));
  for (const roots of [
    ['openapi', 'webhook'],
    ['v2', 'v3', 'index.md'],
  ]) {
    const present = roots.filter((root) => tops.has(root));
    if (present.some((root) => root !== 'index.md')) return present;
  }
  throw new SettingsError(`${name} holds no pages`, 'name a folder that holds openapi/ and webhook/, or one that holds v2/ and v3/');
}

function readEntry(entry: Entry, blobs: ReadonlyMap<string, Buffer>, textOf: (entry: Entry) => string | undefined): TreePage {
  const content = blobs.get(entry.id);
  return {
    file: entry.path,
    ...(content === undefined ? { fault: 'it is a symbolic link, and links are not followed' } : { hash: hashContent(content) }),
    text: () => textOf(entry),
  };
}

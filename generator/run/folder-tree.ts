import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodePage, listPages, readAsListed, readPageSource } from './page-tree.js';
import { readOverlays } from './read-overlays.js';
import type { SpecsTree } from './specs-tree.js';

/**
 * A specs folder on disk. An empty one is what there was before the first page, or is left after the last.
 *
 * @throws SettingsError if it holds something, but no pages
 */
export function openFolder(specs: string, { name, overlays }: { readonly name: string; readonly overlays: string }): SpecsTree {
  const read = (file: string): string | undefined => {
    try {
      return decodePage(readFileSync(join(specs, file)));
    } catch {
      return undefined;
    }
  };
  return {
    name,
    folder: specs,
    overlays: readOverlays({ specs, overlays }),
    readText: read,
    pages: (isEmpty(specs) ? [] : listPages(specs)).map(({ file, state }) => ({
      file,
      ...(state.kind === 'readable' ? { hash: state.hash, isCurrent: () => isAsListed(specs, file, state.hash) } : { fault: state.reason }),
      text: () => readPageSource(join(specs, file)),
    })),
  };
}

function isAsListed(specs: string, file: string, hash: string): boolean {
  return readAsListed(join(specs, file), hash) !== undefined;
}

/** Hidden files keep a folder in git, or belong to the desktop. */
function isEmpty(folder: string): boolean {
  return readdirSync(folder).every((name) => name.startsWith('.'));
}

import { existsSync, readFileSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { manifestName } from '../../output/manifest.js';
import { tableClass } from '../../page/tokens.js';

/** Folders below the one that is searched; pages lie deeper in no repository that a person would call tidy. */
const deepest = 4;
/** Pages looked at for a table of the dialect before a folder counts as one of other documents. */
const patience = 20;

/**
 * Folders that can be given as `--specs`: they hold `openapi/` or `webhook/`, or `v2/` or `v3/`, with a page inside that has a table of
 * the dialect. The outermost ones only, shallow before deep, absolute. SDKs, hidden folders and installed packages are passed over.
 */
export function findPageFolders(folder: string): string[] {
  const found: string[] = [];
  let level = [folder];
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    const deeper: string[] = [];
    for (const candidate of level) {
      const children = foldersIn(candidate);
      if (holdsPages(candidate, children)) {
        found.push(candidate);
      } else {
        deeper.push(...children.map((name) => join(candidate, name)).filter((path) => !existsSync(join(path, manifestName))));
      }
    }
    level = deeper;
  }
  return found;
}

/** Names, in code-unit order. Links are not followed. */
export function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort();
}

function holdsPages(folder: string, children: readonly string[]): boolean {
  const roots = ['openapi', 'webhook', 'v2', 'v3'].filter((root) => children.includes(root));
  return roots.some((root) => {
    const pages = markdownBelow(join(folder, root));
    for (let looked = 0; looked < patience; looked += 1) {
      const { value, done } = pages.next();
      if (done === true) return false;
      if (hasTable(value)) return true;
    }
    return false;
  });
}

function* markdownBelow(folder: string): Generator<string, void> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownBelow(path);
    else if (entry.isFile() && entry.name.endsWith('.md')) yield path;
  }
}

function hasTable(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes(`{.${tableClass}`);
  } catch {
    return false;
  }
}

/** Folders that may not be read hold nothing for us. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

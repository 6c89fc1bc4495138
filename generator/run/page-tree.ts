import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashContent } from '../output/content-hash.js';
import { hashRegularFile } from '../output/regular-file.js';
import { SettingsError } from './settings-error.js';

/** A page's file as it is on disk, not yet read as text. */
export interface PageFile {
  /** Relative to the specs folder, `/` between segments. */
  readonly file: string;
  /** Of its text (`hashContent`), or why it cannot be read. */
  readonly state: { readonly kind: 'readable'; readonly hash: string } | { readonly kind: 'unreadable'; readonly reason: string };
}

/** Pages are written by hand; what is larger than this is no page. The longest known has 86 kB. */
const maximumSize = 16 * 1024 * 1024;

/**
 * Finds and hashes all pages of a specs folder, in code-unit order of their files: below `openapi/` and `webhook/`, or, if the folder is
 * such a root itself, below `v2/` and `v3/` (design.md §3). Symbolic links are not followed: they are unreadable pages.
 *
 * @throws SettingsError if the folder is neither
 */
export function listPages(specs: string): PageFile[] {
  const roots = rootsOf(specs);
  const files = roots.flatMap((root) => (root.endsWith('.md') ? [root] : listMarkdown(specs, root)));
  return files.sort().map((file) => ({ file, state: observePage(join(specs, file)) }));
}

/** The text of a page, for code frames; undefined for what is no page, however it is named. */
export function readPageSource(path: string): string | undefined {
  return attempt(() => {
    const status = lstatSync(path);
    return status.isFile() && status.size <= maximumSize ? decodePage(readFileSync(path)) : undefined;
  });
}

/** Reads page texts for code frames, on demand. */
export function sourceOf(specs: string): (file: string) => string | undefined {
  return (file) => readPageSource(join(specs, file));
}

/** The content of a page, if it still is what it was when it was listed. */
export function readAsListed(path: string, hash: string): Uint8Array | undefined {
  const content = attempt(() => readFileSync(path));
  return content !== undefined && hashContent(content) === hash ? content : undefined;
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The text of a page: byte order mark dropped, every line end read as LF. Undefined if it is not UTF-8. */
export function decodePage(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content).replaceAll(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function rootsOf(specs: string): string[] {
  for (const roots of [
    ['openapi', 'webhook'],
    ['index.md', 'v2', 'v3'],
  ]) {
    const present = roots.filter((root) => existsSync(join(specs, root)));
    if (present.some((root) => root !== 'index.md')) {
      return present;
    }
  }
  throw new SettingsError(
    `${specs} holds no pages`,
    'name a folder that holds openapi/ and webhook/, or one that holds v2/ and v3/, with --specs DIR',
  );
}

function listMarkdown(specs: string, folder: string): string[] {
  const entries = attempt(() => readdirSync(join(specs, folder), { withFileTypes: true }));
  // A folder that cannot be looked into is an unreadable page, so that its pages are not missed in silence.
  if (entries === undefined) return [folder];
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) {
      return [];
    }
    if (entry.isDirectory()) {
      return listMarkdown(specs, path);
    }
    return entry.name.endsWith('.md') || isLinkedFolder(specs, path, entry.isSymbolicLink()) ? [path] : [];
  });
}

/** Pages behind a linked folder would be missed in silence. A link that leads in a circle, or where nobody may look, is taken as one. */
function isLinkedFolder(specs: string, path: string, isLink: boolean): boolean {
  return isLink && (attempt(() => statSync(join(specs, path), { throwIfNoEntry: false })?.isDirectory() === true) ?? true);
}

function observePage(path: string): PageFile['state'] {
  try {
    const status = lstatSync(path);
    if (!status.isFile()) {
      return unreadable(status.isSymbolicLink() ? 'it is a symbolic link, and links are not followed' : 'it is no regular file');
    }
    if (status.size > maximumSize) {
      return unreadable(`it has ${status.size} bytes, more than the ${maximumSize} a page may have`);
    }
    const hash = hashRegularFile(path);
    return hash === undefined ? unreadable('it is no regular file') : { kind: 'readable', hash };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message.replace(/, \w+ '.*'$/, '') : String(error));
  }
}

function unreadable(reason: string): PageFile['state'] {
  return { kind: 'unreadable', reason };
}

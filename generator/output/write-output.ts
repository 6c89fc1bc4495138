import * as nodeDisk from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileContent } from './file-content.js';
import { OutputError, describeRefusal } from './output-error.js';
import { foldersAbove, isOutputPath } from './output-path.js';

/** What writing needs of the file system; tests make every call fail in turn. */
export type Disk = Pick<
  typeof nodeDisk,
  | 'accessSync'
  | 'copyFileSync'
  | 'existsSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'renameSync'
  | 'rmSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

/** The two places a write happens in. Both absolute, on one device, and no symbolic links. */
export interface OutputFolders {
  /** The output folder; need not exist. */
  readonly output: string;
  /** Where the run prepares its files (`workFolderOf`). */
  readonly work: string;
}

/** A change that is being prepared. Nothing in the output folder is touched before `commit`. */
export interface OutputChange {
  /** Keeps a file for the commit. */
  write(path: string, content: FileContent): void;
  /**
   * Puts all files in place and deletes the given ones, or does nothing. Killed at any moment, the output folder holds the old files
   * or, from the next run on (`recoverOutput`), the new ones. Files that are not named are not touched.
   *
   * @throws OutputError if the folder cannot be written; the old files are then in place
   */
  commit(deletions: readonly string[]): void;
  /** Drops what was prepared. */
  abandon(): void;
}

/** What is needed to go on, or back, from any point. */
interface Journal {
  /** Files that did not exist before. */
  readonly create: readonly string[];
  readonly delete: readonly string[];
}

// `new/` holds the files to be put in place, `old/` second names of those that they replace. While `forward.json` exists, the change is
// decided and goes on; `back.json` means that it was given up and is undone. With neither, nothing was touched yet.
const prepared = 'new';
const replaced = 'old';
const forward = 'forward.json';
const back = 'back.json';

/** Begins a change of the output folder. Only one may be under way (`lockOutput`). */
export function beginChange(folders: OutputFolders, disk: Disk = nodeDisk): OutputChange {
  const written: string[] = [];
  const folderMaker = makeFoldersOnce(disk);
  refuseClearly(folders, () => clear(folders, disk));
  return {
    write(path, content) {
      const target = join(folders.work, prepared, path);
      refuseClearly(folders, () => {
        folderMaker(dirname(target));
        if (typeof content === 'string') disk.writeFileSync(target, content);
        else for (const part of content) disk.writeFileSync(target, part, { flag: 'a' });
      });
      written.push(path);
    },
    commit(deletions) {
      refuseClearly(folders, () => {
        const journal = prepare(folders, written, deletions, disk);
        const draft = join(folders.work, 'journal.draft');
        disk.writeFileSync(draft, JSON.stringify(journal));
        disk.renameSync(draft, join(folders.work, forward));
      });
      goForward(folders, disk);
    },
    abandon() {
      refuseClearly(folders, () => clear(folders, disk));
    },
  };
}

/** True if a run was killed while it put its files in place. */
export function isInterrupted(work: string): boolean {
  return [forward, back].some((name) => nodeDisk.existsSync(join(work, name)));
}

/**
 * Brings a change that was interrupted to its end; what was only prepared is dropped.
 *
 * @returns whether there was something to complete or to undo
 * @throws OutputError as `writeOutput`
 */
export function recoverOutput(folders: OutputFolders, disk: Disk = nodeDisk): boolean {
  for (const [name, goOn] of [
    [forward, goForward],
    [back, goBack],
  ] as const) {
    if (disk.existsSync(join(folders.work, name))) {
      refuseClearly(folders, () => checkRemains(folders, name, disk));
      goOn(folders, disk);
      return true;
    }
  }
  refuseClearly(folders, () => clear(folders, disk));
  return false;
}

/** What an interrupted run left may have been changed since, or be the work of somebody else. */
function checkRemains({ output, work }: OutputFolders, name: string, disk: Disk): void {
  for (const folder of [prepared, replaced]) {
    const status = disk.lstatSync(join(work, folder), { throwIfNoEntry: false });
    if (status !== undefined && !status.isDirectory()) throw new Error(`${join(work, folder)} is no folder; delete ${work}`);
  }
  const { create, delete: deletions } = readJournal(join(work, name), disk);
  existingFolders(output, [...create, ...deletions], disk);
}

function prepare({ output, work }: OutputFolders, written: readonly string[], deletions: readonly string[], disk: Disk): Journal {
  const folderMaker = makeFoldersOnce(disk);
  const create: string[] = [];
  for (const path of [...written, ...deletions]) {
    const status = disk.lstatSync(join(output, path), { throwIfNoEntry: false });
    if (status === undefined) {
      create.push(path);
      continue;
    }
    if (!status.isFile()) {
      throw new Error(`${path} is no regular file`);
    }
    const target = join(work, replaced, path);
    folderMaker(dirname(target));
    keep(join(output, path), target, disk);
  }
  for (const folder of existingFolders(output, [...written, ...deletions], disk)) {
    disk.accessSync(folder, nodeDisk.constants.W_OK);
  }
  return { create, delete: deletions };
}

function makeFoldersOnce(disk: Disk): (path: string) => void {
  const made = new Set<string>();
  return (path) => {
    if (!made.has(path)) {
      disk.mkdirSync(path, { recursive: true });
      made.add(path);
    }
  };
}

/** A second name for a file; a copy where the file system has no second names. */
function keep(from: string, to: string, disk: Disk): void {
  try {
    disk.linkSync(from, to);
  } catch {
    disk.copyFileSync(from, to);
  }
}

/** The folders that will be written to, after making sure that no link leads out of the output folder. */
function existingFolders(output: string, paths: readonly string[], disk: Disk): Set<string> {
  const existing = new Set<string>();
  for (const folder of new Set(['', ...paths.flatMap(foldersAbove)])) {
    const status = disk.lstatSync(join(output, folder), { throwIfNoEntry: false });
    if (status !== undefined && !status.isDirectory()) {
      throw new Error(`${folder} is no folder`);
    }
    if (status !== undefined) {
      existing.add(join(output, folder));
    }
  }
  return existing;
}

function goForward(folders: OutputFolders, disk: Disk): void {
  const { output, work } = folders;
  const journal = refuseClearly(folders, () => readJournal(join(work, forward), disk));
  try {
    moveTree(join(work, prepared), output, disk);
    for (const path of journal.delete) {
      disk.rmSync(join(output, path), { force: true });
    }
    removeEmptyFolders(output, journal.delete, disk);
  } catch (error) {
    refuseClearly(folders, () => disk.renameSync(join(work, forward), join(work, back)));
    goBack(folders, disk);
    throw refusal(folders, error);
  }
  refuseClearly(folders, () => {
    disk.unlinkSync(join(work, forward));
    clear(folders, disk);
  });
}

function goBack(folders: OutputFolders, disk: Disk): void {
  const { output, work } = folders;
  refuseClearly(folders, () => {
    const journal = readJournal(join(work, back), disk);
    for (const path of journal.create) {
      disk.rmSync(join(output, path), { force: true });
    }
    removeEmptyFolders(output, journal.create, disk);
    moveTree(join(work, replaced), output, disk);
    disk.unlinkSync(join(work, back));
    clear(folders, disk);
  });
}

/** Moves everything below `from` to the same place below `to`; a folder that is not there yet moves as a whole. */
function moveTree(from: string, to: string, disk: Disk): void {
  if (!disk.existsSync(from)) {
    return;
  }
  const status = disk.lstatSync(to, { throwIfNoEntry: false });
  if (status === undefined) {
    disk.renameSync(from, to);
    return;
  }
  if (!status.isDirectory()) {
    throw new Error(`${to} is no folder`);
  }
  for (const entry of disk.readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      moveTree(source, target, disk);
    } else {
      disk.renameSync(source, target);
    }
  }
}

/** Removes the folders above deleted files, innermost first, as far as nothing else is in them. */
function removeEmptyFolders(output: string, deleted: readonly string[], disk: Disk): void {
  const folders = [...new Set(deleted.flatMap(foldersAbove))].sort((a, b) => b.length - a.length);
  for (const folder of folders) {
    const path = join(output, folder);
    if (disk.existsSync(path) && disk.readdirSync(path).length === 0) {
      disk.rmdirSync(path);
    }
  }
}

function clear({ work }: OutputFolders, disk: Disk): void {
  for (const name of [prepared, replaced]) {
    disk.rmSync(join(work, name), { recursive: true, force: true });
  }
}

function readJournal(path: string, disk: Disk): Journal {
  const journal: unknown = JSON.parse(disk.readFileSync(path, 'utf8'));
  const { create, delete: deletions } = typeof journal === 'object' && journal !== null ? (journal as Partial<Journal>) : {}; // checked below
  const areOutputPaths = (paths: unknown): paths is readonly string[] =>
    Array.isArray(paths) && paths.every((entry) => typeof entry === 'string' && isOutputPath(entry));
  if (!areOutputPaths(create) || !areOutputPaths(deletions)) throw new Error(`${path} was not written by docwright; delete it`);
  return { create, delete: deletions };
}

function refuseClearly<Result>(folders: OutputFolders, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw refusal(folders, error);
  }
}

function refusal({ output }: OutputFolders, error: unknown): OutputError {
  return new OutputError(`cannot write to ${output}: ${describeRefusal(error)}`, { cause: error });
}

import * as nodeDisk from 'node:fs';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OutputError } from '../../generator/output/output-error.js';
import { beginChange, isInterrupted, recoverOutput, type Disk, type OutputFolders } from '../../generator/output/write-output.js';

let root: string;
let folders: OutputFolders;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'docwright-output-'));
  folders = { output: join(root, 'sdk'), work: join(root, '.sdk.docwright') };
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const oldFiles = { 'src/a.ts': 'old a', 'src/deep/b.ts': 'old b', 'src/gone/c.ts': 'old c' };
const foreignFiles = { 'src/deep/mine.ts': 'mine' };
const newFiles = { 'src/a.ts': 'new a', 'test/a.test.ts': 'new test' };
const deletions = ['src/deep/b.ts', 'src/gone/c.ts'];

const before = { ...oldFiles, ...foreignFiles };
const after = { ...newFiles, ...foreignFiles };

describe('a change', () => {
  test('makes a folder that does not exist', () => {
    change(newFiles, []);
    expect(tree(folders.output)).toEqual(newFiles);
  });

  test('replaces, adds and deletes files, and keeps foreign ones', () => {
    put(before);
    change(newFiles, deletions);
    expect(tree(folders.output)).toEqual(after);
  });

  test('removes folders that have become empty, and no others', () => {
    put(before);
    change(newFiles, deletions);
    expect(existsSync(join(folders.output, 'src/gone'))).toBe(false);
    expect(existsSync(join(folders.output, 'src/deep'))).toBe(true);
  });

  test('leaves nothing behind in its work folder', () => {
    put(before);
    change(newFiles, deletions);
    expect(tree(folders.work)).toEqual({});
  });

  test('leaves no trace when it is abandoned', () => {
    put(before);
    const begun = beginChange(folders);
    begun.write('src/a.ts', 'new a');
    begun.abandon();
    expect(tree(folders.output)).toEqual(before);
    expect(tree(folders.work)).toEqual({});
  });

  test.each([
    ['a folder stands where a file shall be', () => mkdirSync(join(folders.output, 'test/a.test.ts'), { recursive: true })],
    ['a file stands where a folder shall be', () => writeFileSync(join(folders.output, 'test'), 'file')],
    ['a link stands where a folder shall be', () => symlinkSync(root, join(folders.output, 'test'))],
  ])('does nothing if %s', (_, obstruct) => {
    put(before);
    obstruct();
    const found = tree(folders.output);
    expect(() => change(newFiles, deletions)).toThrow(OutputError);
    expect(tree(folders.output)).toEqual(found);
    expect(isInterrupted(folders.work)).toBe(false);
  });
});

describe('whatever call to the file system fails', { timeout: 60_000 }, () => {
  test('the old files stay, or the new ones are all there', () => {
    const outcomes = everyFaultPoint((disk) => {
      try {
        change(newFiles, deletions, disk);
      } catch (error) {
        expect(error).toBeInstanceOf(OutputError);
      }
      attempt(() => recoverOutput(folders));
    }, 'once');
    expect(outcomes.has('old')).toBe(true);
    expect(outcomes.has('new')).toBe(true);
  });

  test('a run that is killed there leaves the old files or, after recovery, the new ones', () => {
    const outcomes = everyFaultPoint((disk) => {
      expect(() => change(newFiles, deletions, disk)).toThrow();
      if (!isInterrupted(folders.work)) {
        expect([before, after]).toContainEqual(tree(folders.output));
      }
      recoverOutput(folders);
    }, 'for good');
    expect(outcomes).toEqual(new Set(['old', 'new']));
  });

  test('a recovery that is killed as well can be repeated', () => {
    everyFaultPoint((disk) => {
      expect(() => change(newFiles, deletions, disk)).toThrow();
      if (!isInterrupted(folders.work)) {
        return;
      }
      const left = tree(root);
      for (let point = 1; ; point += 1) {
        rmSync(root, { recursive: true });
        put(left, root);
        const { disk: failing, hasFailed } = failAt(point, 'for good');
        attempt(() => recoverOutput(folders, failing));
        recoverOutput(folders);
        expect([before, after]).toContainEqual(tree(folders.output));
        if (!hasFailed()) {
          return;
        }
      }
    }, 'for good');
  });
});

/** Runs the scenario once for every call it makes, with that call failing; says which outputs were found after it. */
function everyFaultPoint(scenario: (disk: Disk) => void, failure: 'once' | 'for good'): Set<'old' | 'new'> {
  const outcomes = new Set<'old' | 'new'>();
  for (let point = 1; ; point += 1) {
    rmSync(root, { recursive: true });
    put(before);
    const { disk, hasFailed } = failAt(point, failure);
    // The run without a fault is not part of it.
    if (point > 1 && !reaches(point)) {
      return outcomes;
    }
    scenario(disk);
    expect(hasFailed()).toBe(true);
    const found = tree(folders.output);
    expect([before, after]).toContainEqual(found);
    outcomes.add(found['src/a.ts'] === 'old a' ? 'old' : 'new');
  }
}

/** True if a change makes that many calls. */
function reaches(point: number): boolean {
  const { disk, hasFailed } = failAt(point, 'for good');
  attempt(() => change(newFiles, deletions, disk));
  rmSync(root, { recursive: true });
  put(before);
  return hasFailed();
}

function failAt(point: number, failure: 'once' | 'for good'): { readonly disk: Disk; hasFailed(): boolean } {
  let calls = 0;
  const disk = new Proxy<Disk>(nodeDisk, {
    get(target, name, receiver) {
      const original: unknown = Reflect.get(target, name, receiver);
      return typeof original !== 'function'
        ? original
        : (...values: readonly unknown[]): unknown => {
            calls += 1;
            if (calls === point || (failure === 'for good' && calls > point)) {
              throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
            }
            return Reflect.apply(original, target, values);
          };
    },
  });
  return { disk, hasFailed: () => calls >= point };
}

function change(files: Readonly<Record<string, string>>, deleted: readonly string[], disk?: Disk): void {
  const begun = beginChange(folders, disk);
  for (const [path, text] of Object.entries(files)) {
    begun.write(path, text);
  }
  begun.commit(deleted);
}

function put(files: Readonly<Record<string, string>>, folder: string = folders.output): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function tree(folder: string): Record<string, string> {
  if (!existsSync(folder)) {
    return {};
  }
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The fault under test.
  }
}

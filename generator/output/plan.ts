import type { FileEntry } from './manifest.js';
import type { FileState } from './observe-files.js';

/** A file that the run would replace or delete although docwright did not write what is there. */
export interface Conflict {
  readonly path: string;
  /** `edited`: docwright wrote it and somebody changed it. `foreign`: docwright never wrote it. */
  readonly kind: 'edited' | 'foreign';
  /** What stands there. */
  readonly what: string;
}

/** What a run does to the output folder. Each list in code-unit order. */
export interface Plan {
  readonly write: readonly string[];
  readonly unchanged: readonly string[];
  readonly delete: readonly string[];
  /** Not empty: nothing may be written. */
  readonly conflicts: readonly Conflict[];
}

export interface PlanInput {
  /** Path → hash of every file that the output shall hold. */
  readonly wanted: ReadonlyMap<string, string>;
  /** What the manifest says docwright wrote. */
  readonly recorded: ReadonlyMap<string, Pick<FileEntry, 'hash'>>;
  /** What is on disk at every path of `wanted` and `recorded`. */
  readonly found: ReadonlyMap<string, FileState>;
  /** Replace and delete also files that were edited by hand. Foreign files are kept even so. */
  readonly force: boolean;
}

/** Compares what shall be with what is and with what docwright wrote (design.md §2.5). Touches nothing. */
export function planOutput({ wanted, recorded, found, force }: PlanInput): Plan {
  const write: string[] = [];
  const unchanged: string[] = [];
  const remove: string[] = [];
  const conflicts: Conflict[] = [];

  for (const path of [...new Set([...wanted.keys(), ...recorded.keys()])].sort()) {
    const state = found.get(path) ?? { kind: 'absent' };
    const hash = wanted.get(path);
    if (state.kind === 'absent') {
      if (hash !== undefined) {
        write.push(path);
      }
      continue;
    }
    if (state.kind === 'file' && state.hash === hash) {
      unchanged.push(path);
      continue;
    }
    const owner = ownerOf(state, recorded.get(path));
    if (owner === 'docwright' || (owner === 'edited' && force)) {
      (hash === undefined ? remove : write).push(path);
    } else if (hash !== undefined || owner === 'edited') {
      conflicts.push({ path, kind: owner, what: state.kind === 'file' ? 'a file' : state.what });
    }
  }
  return { write, unchanged, delete: remove, conflicts };
}

function ownerOf(state: FileState, entry: Pick<FileEntry, 'hash'> | undefined): 'docwright' | 'edited' | 'foreign' {
  if (state.kind !== 'file' || entry === undefined) {
    return 'foreign';
  }
  return state.hash === entry.hash ? 'docwright' : 'edited';
}

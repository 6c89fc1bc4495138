import { createHash, hash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/**
 * Results of earlier runs, by a key that names everything they depend on. Safe for several processes at once; may be deleted at any
 * time. An entry that is damaged, or that of another key, counts as absent, and so does everything while the folder cannot be used.
 */
export interface PageCache {
  /** The content kept under a key. */
  get(key: string): Buffer | undefined;
  set(key: string, content: string | Uint8Array): void;
  /** Drops the oldest entries until the cache is within its bound. */
  trim(): void;
}

/** In bytes. A corpus of a thousand pages takes about a tenth of it. */
const bound = 512 * 1024 * 1024;
const digestLength = 43;

/** @param folder absent for a cache that keeps nothing */
export function openCache(folder: string | undefined): PageCache {
  return folder === undefined ? { get: () => undefined, set: () => {}, trim: () => {} } : openFolder(folder);
}

/** Makes one key of several texts. */
export function cacheKey(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url');
}

function openFolder(folder: string): PageCache {
  let temporary = 0;
  return {
    get(key) {
      const path = join(folder, key);
      const entry = attempt(() => readFileSync(path));
      const content = entry?.subarray(digestLength);
      return content !== undefined && entry?.toString('latin1', 0, digestLength) === digest(key, content) ? content : undefined;
    },
    set(key, content) {
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        // A rename puts the whole entry in place at once, whoever else writes it.
        temporary += 1;
        const draft = join(folder, `${process.pid}-${threadId}-${temporary}.draft`);
        writeFileSync(draft, Buffer.concat([Buffer.from(digest(key, content)), Buffer.from(content)]));
        renameSync(draft, join(folder, key));
      });
    },
    trim() {
      attempt(() => {
        const entries = readdirSync(folder).map((name) => ({ name, status: statSync(join(folder, name)) }));
        entries.sort((a, b) => b.status.mtimeMs - a.status.mtimeMs);
        let size = 0;
        for (const { name, status } of entries) {
          size += status.size;
          if (size > bound) {
            rmSync(join(folder, name), { force: true });
          }
        }
      });
    },
  };
}

function digest(key: string, content: string | Uint8Array): string {
  return createHash('sha256').update(key).update(content).digest('base64url');
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Settings } from '../../generator/run/settings.js';

/** A folder with pages and, after `generate`, an SDK. */
export interface Project {
  readonly folder: string;
  readonly settings: Settings;
  /** Writes any file, its path relative to the project. */
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  /** Text of all files below a folder of the project, by path relative to it; those of the SDK by default. */
  files(folder?: string): Record<string, string>;
  dispose(): void;
}

/** What all projects of a test file share, so that the runtime is formatted once. */
const cache = mkdtempSync(join(tmpdir(), 'docwright-cache-'));
afterAll(() => rmSync(cache, { recursive: true }));

/** @param pages by path relative to `specs/` */
export function makeProject(pages: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(join(tmpdir(), 'docwright-project-'));
  const project: Project = {
    folder,
    settings: {
      specs: join(folder, 'specs'),
      out: join(folder, 'sdk'),
      overlays: join(folder, 'specs/overlays'),
      jobs: 1,
      cache,
      package: { name: '@docwright/wechatpay', version: '0.1.0' },
      lint: { levels: [] },
    },
    write(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    remove(path) {
      rmSync(join(folder, path), { recursive: true });
    },
    files: (of = 'sdk') => readTree(join(folder, of)),
    dispose() {
      rmSync(folder, { recursive: true });
    },
  };
  mkdirSync(join(folder, 'specs/openapi'), { recursive: true });
  for (const [file, text] of Object.entries(pages)) {
    project.write(`specs/${file}`, text);
  }
  return project;
}

/** Something no page may be: it has no heading with a verb, and no table. */
export const fatalPage = '# Tea\n\nNothing is served here.\n';

/** Text of all files below a folder, by path relative to it. */
export function readTree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(files.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installDocwright, type Installation } from '../support/installation.js';
import { makeProject, readTree, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

const request = ['json {data-required} | object | Order', 'kind {data-required data-indent=1} | string | Kind'];

let docwright: Installation;
let project: Project;
/** Copies of the project are made here, one for every fault. */
let ground: string;
let old: Record<string, string>;
let wanted: Record<string, string>;
let points: number;

const everywhere = process.env['FAULTS'] === 'all';

interface Run {
  /** Null where the process was killed. */
  readonly status: number | null;
  readonly said: string;
}

function run(folder: string, fault: { readonly kind?: string; readonly at?: number; readonly count?: string } = {}): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', resolve('test/faults/inject.cjs'), docwright.main, 'generate', '--out', 'sdk', '--jobs', '1'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        FAULT_KIND: fault.kind ?? '',
        FAULT_AT: String(fault.at ?? 0),
        FAULT_BELOW: folder,
        FAULT_COUNT: fault.count ?? '',
      },
    },
  );
  return { status, said: stdout + stderr };
}

function copy(name: string): string {
  const folder = join(ground, name);
  cpSync(project.folder, folder, { recursive: true });
  return folder;
}

const sdkOf = (folder: string): Record<string, string> => readTree(join(folder, 'sdk'));

beforeAll(async () => {
  docwright = await installDocwright();
  ground = mkdtempSync(join(tmpdir(), 'docwright-faults-'));
  project = makeProject({
    'openapi/v3/leaves.md': pageText({ request }),
    'openapi/v3/cups.md': pageText({ verb: 'get' }),
    'openapi/v3/pots/{id}.md': pageText({ request: ['id {data-required} | string'] }),
  });
  expect(run(project.folder).status).toBe(0);
  old = project.files();
  // One page changes, one comes and one goes.
  project.write('specs/openapi/v3/leaves.md', pageText({ request: request.map((row) => row.replace('Kind', 'Sort')) }));
  project.write('specs/openapi/v3/lids/new.md', pageText());
  project.remove('specs/openapi/v3/pots');
  const sound = copy('sound');
  expect(run(sound, { count: join(ground, 'count') }).status).toBe(0);
  wanted = sdkOf(sound);
  points = Number(readFileSync(join(ground, 'count'), 'utf8'));
  expect(Object.keys(wanted)).not.toEqual(Object.keys(old));
  expect(points).toBeGreaterThan(20);
});

afterAll(() => {
  docwright.dispose();
  project.dispose();
  rmSync(ground, { recursive: true });
});

describe.each(['kill', 'torn', 'ENOSPC', 'EACCES', 'EROFS'])('whatever change of the disk meets %s', (kind) => {
  it(
    'leaves the old SDK or the new one, and the next run makes the new one',
    () => {
      const endings = new Set<string>();
      for (const at of pointsOf(kind)) {
        const folder = copy(`${kind}-${String(at)}`);
        const { status, said } = run(folder, { kind, at });
        const killed = kind === 'kill' || kind === 'torn';
        if (killed) expect(status).toBeNull();
        else {
          // A cache that cannot be written is no reason to stop.
          expect([0, 2], said).toContain(status);
          if (status === 2)
            expect(said).toMatch(
              /^docwright: cannot (?:make|write to|prepare the output in) .*: (?:no space is left|permission is denied|the file system is read-only)/m,
            );
        }
        const found = sdkOf(folder);
        // Killed among the moves, the folder holds a part of each until the next run; the journal knows the way.
        const state = equal(found, old) ? 'old' : equal(found, wanted) ? 'new' : 'under way';
        endings.add(`${String(status)} ${state}`);
        if (!killed) expect(state).toBe(status === 0 ? 'new' : state === 'new' ? 'new' : 'old');
        const next = run(folder);
        expect([at, next.status, next.said]).toEqual([at, 0, expect.stringContaining(state === 'under way' ? 'interrupted' : '')]);
        expect(equal(sdkOf(folder), wanted)).toBe(true);
        rmSync(folder, { recursive: true });
      }
      if (everywhere) console.log(`${kind}: ${String(points)} changes of the disk, ${[...endings].sort().join(', ')}`);
      expect(endings).toContain(kind === 'kill' || kind === 'torn' ? 'null old' : '2 old');
    },
    everywhere ? 0 : 600_000,
  );
});

/** A start of docwright takes its time: `npm run test:faults` meets every point, other runs a few, from the last moves backwards. */
function pointsOf(kind: string): number[] {
  const all = Array.from({ length: points }, (_, index) => points - index);
  const step = kind === 'torn' ? 30 : 9;
  return everywhere ? all : all.filter((_, index) => index % step === 3 || index === 1);
}

function equal(a: Record<string, string>, b: Record<string, string>): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

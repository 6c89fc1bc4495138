import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { installDocwright, type Installation } from '../support/installation.js';
import { makeProject, readTree, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

const day = 24 * 60 * 60_000;
/** In milliseconds since 1970: an epoch that was never left, long ago, and ahead of every clock. */
const times = [0, Date.now() - 20_000 * day, Date.now() + 20_000 * day];

let docwright: Installation;
let project: Project;
let wanted: Record<string, string>;

beforeAll(async () => {
  docwright = await installDocwright();
  project = makeProject({
    'openapi/v3/leaves.md': pageText({ request: ['json | object', 'kind | sting'] }),
    'openapi/v3/cups.md': pageText(),
  });
});
afterAll(() => {
  docwright.dispose();
  project.dispose();
});
beforeEach(() => {
  project.write('specs/openapi/v3/cups.md', pageText({ description: 'Serves cups.' }));
  wanted = generate('wanted', ['--no-cache']);
});

function run(words: readonly string[], offset = 0, reads = Infinity): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', resolve('test/faults/clock.cjs'), docwright.main, ...words, '--jobs', '1'],
    {
      cwd: project.folder,
      encoding: 'utf8',
      timeout: 50_000,
      env: { ...process.env, CLOCK_OFFSET: String(offset), CLOCK_READS: String(reads) },
    },
  );
  return { status, said: stdout + stderr };
}

function generate(out: string, words: readonly string[] = [], offset = 0, reads = Infinity): Record<string, string> {
  const ending = run(['generate', '--out', out, '--quiet', ...words], offset, reads);
  expect([ending.status, ending.said]).toEqual([0, '']);
  return readTree(join(project.folder, out));
}

function touchAll(folder: string, milliseconds: number): void {
  for (const entry of readdirSync(join(project.folder, folder), { recursive: true, encoding: 'utf8' }))
    utimesSync(join(project.folder, folder, entry), milliseconds / 1000, milliseconds / 1000);
}

describe.each([-3650 * day, -day, day, 3650 * day])('a clock that is off by %d ms', (offset) => {
  it('changes neither output, nor what is kept of the last run, nor what a check says', () => {
    generate('sdk');
    project.write('specs/openapi/v3/cups.md', pageText({ description: 'Lends cups.' }));
    const lending = generate('lending', ['--no-cache']);
    expect(generate('sdk', [], offset)).toEqual(lending);
    project.write('specs/openapi/v3/cups.md', pageText({ description: 'Serves cups.' }));
    // And back, while the clock is set in the middle of the run.
    expect(generate('sdk', [], -offset, 1)).toEqual(wanted);
    expect(run(['check', '--out', 'sdk', '--strict'], offset).status).toBe(0);
  }, 120_000);
});

describe.each(times)('files of the time %d', (time) => {
  it.each([['specs'], ['sdk'], ['.docwright-cache']])(
    'below %s are told by what they hold',
    (folder) => {
      generate('sdk');
      touchAll(folder, time);
      expect(generate('sdk')).toEqual(wanted);
      // Of the same length, and of the same time as the page that it replaces.
      project.write('specs/openapi/v3/cups.md', pageText({ description: 'Breaks cups.' }));
      touchAll(folder, time);
      const broken = generate('sdk');
      expect(broken).toEqual(generate('broken', ['--no-cache']));
      expect(broken).not.toEqual(wanted);
    },
    120_000,
  );

  it('do not make a lock any older: that of a process that is gone is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['--eval', '']);
    const work = join(project.folder, '.sdk.docwright');
    mkdirSync(work, { recursive: true });
    writeFileSync(join(work, 'lock'), `${String(pid)} ${hostname()}`);
    utimesSync(join(work, 'lock'), time / 1000, time / 1000);
    expect(generate('sdk')).toEqual(wanted);
  }, 120_000);
});

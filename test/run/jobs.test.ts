import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installDocwright, type Installation } from '../support/installation.js';
import { makeProject, readTree, type Project } from '../support/project.js';

let docwright: Installation;
let project: Project;

beforeAll(async () => {
  docwright = await installDocwright();
  project = makeProject({});
});
afterAll(() => {
  docwright.dispose();
  project.dispose();
});

/** A process of its own: threads need the compiled generator. */
function generate(jobs: number): Record<string, string> {
  const out = join(project.folder, `sdk-${jobs}`);
  const words = ['generate', '--specs', resolve('specs'), '--out', out, '--jobs', String(jobs), '--no-cache', '--quiet'];
  execFileSync(process.execPath, [docwright.main, ...words], { cwd: project.folder });
  return readTree(out);
}

it('however many threads work, the bytes are the same', () => {
  const one = generate(1);
  expect(Object.keys(one).length).toBeGreaterThan(100);
  expect(generate(3)).toEqual(one);
}, 300_000);

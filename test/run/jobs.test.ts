import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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

it('threads start whatever flags the process has that uses the library', () => {
  const moduleOf = (name: string): string => JSON.stringify(pathToFileURL(join(dirname(docwright.main), '../run', name)).href);
  const program = `import { loadApi } from ${moduleOf('load-api.js')};
    import { loadSettings } from ${moduleOf('settings.js')};
    const settings = await loadSettings(process.cwd(), { jobs: 2, cache: false });
    console.log((await loadApi(settings)).api.pages.length);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: resolve('.'), encoding: 'utf8' });
  expect(Number(output)).toBeGreaterThan(1);
}, 60_000);

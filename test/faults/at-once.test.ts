import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installDocwright, type Installation } from '../support/installation.js';
import { makeProject, readTree, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

let docwright: Installation;
let project: Project;

beforeAll(async () => {
  docwright = await installDocwright();
  project = makeProject({ 'openapi/v3/leaves.md': pageText(), 'openapi/v3/cups.md': pageText({ verb: 'get' }) });
});
afterAll(() => {
  docwright.dispose();
  project.dispose();
});

function generate(): Promise<{ readonly status: number | string | null | undefined; readonly said: string }> {
  const words = [docwright.main, 'generate', '--out', 'sdk', '--jobs', '1'];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: project.folder }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : error.code, said: stdout + stderr });
    });
  });
}

it('runs that write to the same folder at once wait for each other, and leave the whole output', async () => {
  expect((await generate()).status).toBe(0);
  const old = readTree(`${project.folder}/sdk`);
  project.write('specs/openapi/v3/cups.md', pageText({ verb: 'get', description: 'Lends cups.' }));
  project.write('specs/openapi/v3/pots.md', pageText());
  const runs = await Promise.all([generate(), generate(), generate()]);
  expect(runs.map(({ status, said }) => (status === 0 ? 0 : said))).toEqual([0, 0, 0]);
  const drafts = Object.keys(readTree(`${project.folder}/.docwright-cache`)).filter((path) => path.endsWith('.draft'));
  const together = readTree(`${project.folder}/sdk`);
  expect(Object.keys(together)).not.toEqual(Object.keys(old));

  project.remove('sdk');
  project.remove('.docwright-cache');
  expect((await generate()).status).toBe(0);
  expect(together).toEqual(readTree(`${project.folder}/sdk`));
  expect(drafts).toEqual([]);
  // Nothing of their work is left beside it.
  expect(Object.keys(readTree(project.folder)).filter((path) => !/^(?:specs|sdk|\.docwright-cache)\//.test(path))).toEqual([]);
});

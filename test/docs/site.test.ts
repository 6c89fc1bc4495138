import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { examplePage } from '../../generator/drift/examples/example-page.js';
import { runIn } from '../support/command-line.js';
import { git } from '../support/git.js';
import { makeProject, type Project } from '../support/project.js';

vi.setConfig({ testTimeout: 60_000 });

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const text = readFileSync(`${docs}site.md`, 'utf8');
const commands = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

describe('the commands of docs/site.md', () => {
  let project: Project;
  beforeAll(() => {
    const lamps = examplePage({});
    project = makeProject({ 'openapi/v3/lamps.md': lamps });
    project.write('pages/openapi/v3/lamps.md', lamps);
    git(project.folder, 'init', '--quiet');
    git(project.folder, 'add', '--all');
    git(project.folder, 'commit', '--quiet', '--message', 'Begin');
    git(project.folder, 'tag', 'v1.0');
  });
  afterAll(() => project.dispose());

  test.each(commands)('%s', async (command) => {
    const [program, ...words] = command.split(' ');
    expect(program).toBe('docwright');
    expect(await runIn(project.folder, ...words, '--jobs', '1')).toMatchObject({ code: 0, errors: '' });
  });
});

test('its pictures are there, and small', () => {
  const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(pictures.length).toBeGreaterThan(4);
  expect(pictures.filter((path) => statSync(docs + path).size > 150_000)).toEqual([]);
});

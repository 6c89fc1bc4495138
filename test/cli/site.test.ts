import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { examplePage } from '../../generator/drift/examples/example-page.js';
import { runIn, type Ending } from '../support/command-line.js';
import { git } from '../support/git.js';
import { fatalPage, makeProject, type Project } from '../support/project.js';

// The first run imports all rooms.
vi.setConfig({ testTimeout: 60_000 });

const lamps = 'specs/openapi/v3/lamps.md';
const page = (rows = ''): string => examplePage({ request: `json! object\n  lamp_id! string | number\n${rows}` });

let project: Project;
beforeEach(() => {
  project = makeProject({ 'openapi/v3/lamps.md': page(), 'openapi/v3/{id}/lights.md': page() });
});
afterEach(() => project.dispose());

const run = (...words: readonly string[]): Promise<Ending> => runIn(project.folder, 'site', '--jobs', '1', ...words);

test('writes the site, and nothing again while nothing changes', async () => {
  const first = await run();
  expect(first).toMatchObject({ code: 0, errors: '' });
  expect(first.output).toMatch(
    /^site: 2 operations \(2 v3, 0 v2\) and 0 webhooks from 2 pages; \d+ files written, 0 deleted, 0 unchanged; /,
  );
  const written = project.files('site');
  expect(Object.keys(written)).toContain('pages/openapi/v3/{id}/lights.html');
  expect((await run()).output).toMatch(/; 0 files written, 0 deleted, \d+ unchanged; /);
  await run('--out', 'elsewhere');
  expect(project.files('elsewhere')).toEqual(written);
});

test('rewrites what changed, and drops what is gone', async () => {
  await run();
  project.write(lamps, page('  colour string | colour'));
  project.remove('specs/openapi/v3/{id}');
  await run();
  const files = project.files('site');
  expect(files['pages/openapi/v3/lamps.html']).toContain('colour');
  expect(Object.keys(files).filter((path) => path.includes('lights'))).toEqual([]);
  expect(existsSync(join(project.folder, 'site/pages/openapi/v3/{id}'))).toBe(false);
});

test.each([
  ['an SDK', 'sdk/docwright.manifest.json', '{"version":1,"generator":"","settings":"","pages":{},"files":{}}'],
  ['anything else', 'sdk/letters/mine.txt', 'dear'],
  ['a manifest that cannot be read', 'sdk/docwright.site.json', '<<<<<<<'],
])('does not write into a folder with %s', async (_, path, text) => {
  project.write(path, text);
  const { code, errors } = await run('--out', 'sdk');
  expect(code).toBe(2);
  expect(errors).toContain('name a folder that is new or empty with --out DIR');
  expect(project.files('sdk')).toEqual({ [path.replace('sdk/', '')]: text });
});

test('keeps what was edited by hand, unless it is told otherwise', async () => {
  await run();
  const before = project.files('site');
  project.write('site/index.html', 'mine');
  project.write(lamps, page('  colour string | colour'));
  const refused = await run();
  expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('index.html: a file that was edited by hand') });
  expect(project.files('site')).toEqual({ ...before, 'index.html': 'mine' });
  expect(await run('--force')).toMatchObject({ code: 0 });
  expect(project.files('site')['index.html']).toContain('API reference');
});

test('writes nothing while a page cannot be understood', async () => {
  project.write(lamps, fatalPage);
  expect(await run()).toMatchObject({ code: 3, errors: expect.stringContaining('openapi/v3/lamps.md') });
  expect(existsSync(join(project.folder, 'site'))).toBe(false);
});

test('tells what lint says, suppressions and levels included', async () => {
  project.write(lamps, page('  reason text | why'));
  await run();
  expect(project.files('site')['pages/openapi/v3/lamps.html']).toContain('doc-type-unknown');
});

test('tells what changed since a revision, by what the pages mean', async () => {
  git(project.folder, 'init', '--quiet');
  git(project.folder, 'add', '--all');
  git(project.folder, 'commit', '--quiet', '--message', 'Begin');
  git(project.folder, 'tag', 'v1');
  project.write(lamps, page('  colour! string | colour'));
  expect(await run('--since', 'v1')).toMatchObject({ code: 0 });
  const changes = readFileSync(join(project.folder, 'site/changes.html'), 'utf8');
  expect(changes).toContain('Changes since v1');
  expect(changes).toContain('<a href="pages/openapi/v3/lamps.html#changes">POST /v3/lamps</a>');
  expect(changes).toContain('request-field-added-required');
  expect(await run('--since', 'v9')).toMatchObject({ code: 2, errors: expect.stringContaining('v9') });
});

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '../../generator/run/generate.js';
import type { Settings } from '../../generator/run/settings.js';
import { createRandom, type Random } from '../fuzz/mutate.js';
import { makeProject, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

const rounds = process.env['FAULTS'] === 'all' ? 200 : 4;

let project: Project;
let settings: Settings;
let folder: string;

beforeAll(() => {
  project = makeProject({
    'openapi/v3/leaves.md': pageText({ request: ['json | object', 'kind | sting'] }),
    'openapi/v3/cups.md': pageText(),
  });
  folder = join(project.folder, 'cache');
  settings = { ...project.settings, cache: folder };
});
afterAll(() => project.dispose());

it('whatever bytes of the cache are wrong, the output and the diagnostics are the same', async () => {
  const { diagnostics } = await generate(settings);
  expect(diagnostics.length).toBeGreaterThan(0);
  const sdk = project.files();
  const random = createRandom(7);
  for (let round = 0; round < rounds; round += 1) {
    const entries = readdirSync(folder);
    expect(entries.length).toBeGreaterThan(3);
    for (const entry of entries) {
      // Half of them stay as they are: sound entries beside damaged ones.
      if (random(2) === 0) damage(join(folder, entry), random);
    }
    project.remove('sdk');
    const again = await generate(settings);
    expect([round, again.diagnostics]).toEqual([round, diagnostics]);
    expect(project.files()).toEqual(sdk);
  }
}, 600_000);

it.each(['reading pages', 'writing code'])('a cache that is deleted before %s changes nothing', async (phase) => {
  project.remove('sdk');
  await generate(settings);
  const sdk = project.files();
  // One page has to be made anew, the others are in the cache.
  project.write('specs/openapi/v3/cups.md', pageText({ description: 'Cups.' }));
  project.remove('sdk');
  let isDeleted = false;
  const begin = (name: string): void => {
    if (name === phase) project.remove('cache');
    isDeleted ||= name === phase;
  };
  const { outcome } = await generate(settings, { progress: { begin, advance() {} } });
  expect([outcome, isDeleted]).toEqual(['written', true]);
  project.write('specs/openapi/v3/cups.md', pageText());
  await generate({ ...settings, cache: join(project.folder, 'other') });
  expect(project.files()).toEqual(sdk);
});

/** Flips bits, cuts, empties, puts another entry in the place, or something that is no file. */
function damage(path: string, random: Random): void {
  const bytes = readFileSync(path);
  const at = random(bytes.length);
  switch (random(5)) {
    case 0:
      return writeFileSync(path, bytes.subarray(0, at));
    case 1:
      return writeFileSync(path, Buffer.concat([bytes, bytes.subarray(at)]));
    case 2: {
      const entries = readdirSync(folder);
      return writeFileSync(path, readFileSync(join(folder, entries[random(entries.length)] ?? '')).subarray(random(3)));
    }
    default:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      return writeFileSync(path, bytes);
  }
}

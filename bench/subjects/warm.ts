import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ratio, seconds } from '../figures.js';
import { measure, type Program } from '../measure.js';
import { docwright, filesBelow, freshFolder, type Setting } from '../setting.js';
import type { Table } from '../table.js';

/** Runs with nothing or little to do. */
export async function measureWarm(setting: Setting): Promise<Table> {
  const folder = freshFolder(setting, 'warm');
  const specs = join(folder, 'specs');
  for (const root of ['openapi', 'webhook']) cpSync(join(setting.specs, root), join(specs, root), { recursive: true });
  const other = join(folder, 'other');
  cpSync(specs, other, { recursive: true });
  // A cache of its own: the nearest package.json says where it lies.
  writeFileSync(join(folder, 'package.json'), '{}');
  const flags = ['--specs', specs, '--out', join(folder, 'sdk'), '--quiet'];
  const runs = setting.quick ? 3 : 7;
  await measure(docwright(folder, 'generate', ...flags), { runs: 0 });

  const pages = filesBelow(specs).filter((path) => path.endsWith('.md'));
  const outputs = filesBelow(join(folder, 'sdk')).map((path) => join('sdk', path));
  const sums: Program = { file: 'sha256sum', words: [...pages.map((path) => join('specs', path)), ...outputs], folder };
  const digest = await measure(sums, { runs }).catch(() => undefined);
  const rows: (readonly [name: string, wall: number, budget: string])[] = [];
  const time = async (name: string, program: Program, budget: string, before?: () => void): Promise<void> => {
    rows.push([name, (await measure(program, { runs, accept: [0, 1], ...(before !== undefined && { before }) })).wall, budget]);
  };
  await time('node, empty program', { file: process.execPath, words: ['-e', '0'], folder }, '–');
  await time('generate, nothing changed', docwright(folder, 'generate', ...flags), '350 ms, 3 × sha256sum');
  await time('check, nothing changed', docwright(folder, 'check', ...flags), '350 ms, 3 × sha256sum');
  await time('check, without a cache', docwright(folder, 'check', ...flags, '--no-cache'), '350 ms, 3 × sha256sum');
  await time('generate, one page edited', docwright(folder, 'generate', ...flags), '1 s', editPages(specs, pages));
  await time('diff of two whole trees, read before', docwright(folder, 'diff', other, specs, '--format', 'json'), '400 ms');
  await time(
    'diff of two whole trees, never read',
    docwright(folder, 'diff', other, specs, '--format', 'json', '--no-cache'),
    'the time to read both',
  );
  await time(
    'lint, from nothing: reads all pages',
    docwright(folder, 'lint', '--specs', specs, '--no-cache', '--quiet', '--format', 'json'),
    '3 s for reading alone',
  );
  await time(
    'openapi, from nothing: reads all pages',
    docwright(folder, 'openapi', '--specs', specs, '--no-cache', '--out', 'a.json'),
    '–',
  );
  rmSync(other, { recursive: true });
  return {
    title: 'Nothing or little to do',
    head: ['what', 'wall', 'to sha256sum', 'budget'],
    rows: [
      ...(digest === undefined ? [] : [['sha256sum of the same pages and outputs', seconds(digest.wall), '1 ×', '–']]),
      ...rows.map(([name, wall, budget]) => [name, seconds(wall), ratio(wall, digest?.wall), budget]),
    ],
    ...(digest === undefined && { notes: ['There is no program sha256sum here, so that there are no ratios.'] }),
  };
}

/** Edits a description of another page before each run: the words of its first row. */
function editPages(specs: string, pages: readonly string[]): () => void {
  let next = Math.floor(pages.length / 2);
  return () => {
    for (; next < pages.length; next += 1) {
      const path = join(specs, pages[next] ?? '');
      const text = readFileSync(path, 'utf8');
      const edited = text.replace(/^(title: .+)$/m, '$1 (edited)');
      if (edited !== text) {
        writeFileSync(path, edited);
        next += 1;
        return;
      }
    }
    throw new Error('no page is left to edit');
  };
}

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bytes, ratio, seconds } from '../figures.js';
import { measure, type Measured } from '../measure.js';
import { docwright, filesBelow, freshFolder, type Setting } from '../setting.js';
import type { Table } from '../table.js';

/** How the cost grows with the number of pages. */
export async function measureGrowth(setting: Setting): Promise<Table> {
  const rows: { readonly times: number; readonly generate: Measured; readonly check: Measured }[] = [];
  for (const times of setting.quick ? [1, 10] : [1, 3, 10]) {
    const folder = freshFolder(setting, 'growth');
    const specs = join(folder, 'specs');
    copyPages(setting.specs, specs, times);
    const flags = ['--specs', specs, '--out', join(folder, 'sdk'), '--quiet', '--no-cache'];
    const generate = await measure(docwright(folder, 'generate', ...flags), { runs: 1, warmUp: false });
    const check = await measure(docwright(folder, 'check', ...flags), { runs: 3 });
    rows.push({ times, generate, check });
    freshFolder(setting, 'growth');
  }
  const [one] = rows;
  return {
    title: 'Growth',
    head: ['pages', ...['generate', 'check'].flatMap((command) => [command, 'to 1 ×', 'peak memory', 'to 1 ×'])],
    rows: rows.map(({ times, generate, check }) => [`${times} ×`, ...cellsOf(generate, one?.generate), ...cellsOf(check, one?.check)]),
    notes: [
      'Copies of the pages under other paths and with other URLs, so that nothing is shared between them. Budget at 10 ×: time 11 ×, memory 1.5 ×.',
      '`check` finds nothing changed.',
    ],
  };
}

function cellsOf(measured: Measured, one: Measured | undefined): string[] {
  return [seconds(measured.wall), ratio(measured.wall, one?.wall), memoryOf(measured), ratio(measured.memory, one?.memory)];
}

function memoryOf({ memory }: Measured): string {
  return memory === undefined ? '–' : bytes(memory);
}

/** The pages, and further copies of them below folders of their own. The URL in a copy moves with its file. */
function copyPages(from: string, to: string, times: number): void {
  for (const root of ['openapi', 'webhook']) cpSync(join(from, root), join(to, root), { recursive: true });
  for (let copy = 1; copy < times; copy += 1) {
    for (const path of filesBelow(from).filter((name) => /^(openapi|webhook)\/v[23]\/.*\.md$/.test(name))) {
      const target = join(to, path.replace(/^(openapi\/v[23]\/)/, `$1copy${copy}/`).replace(/^(webhook\/.*)\.md$/, `$1.COPY${copy}.md`));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, movePaths(readFileSync(join(from, path), 'utf8'), `copy${copy}`));
    }
  }
}

/** Puts a segment into every path of an operation that the text has, as in `'v3/…'` and in `->v3->…`. */
function movePaths(text: string, segment: string): string {
  return text.replaceAll(/(?<=[/'"` ]v[23]\/)(?=\w)/g, `${segment}/`).replaceAll(/(?<=->v[23]->)(?=\w)/g, `${segment}->`);
}

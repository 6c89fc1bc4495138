import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { median, seconds } from '../figures.js';
import { docwright, filesBelow, freshFolder, type Setting } from '../setting.js';
import type { Table } from '../table.js';

/** From the moment that a page is saved to the line that says what changed in the API. */
export async function measureWatch(setting: Setting): Promise<Table> {
  const folder = freshFolder(setting, 'watch');
  const specs = join(folder, 'specs');
  for (const root of ['openapi', 'webhook']) cpSync(join(setting.specs, root), join(specs, root), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  const pages = filesBelow(specs).filter((path) => path.endsWith('.md'));
  const editable = pages.filter((path) => edited(readFileSync(join(specs, path), 'utf8')) !== undefined);
  const { file, words } = docwright(folder, 'generate', '--specs', specs, '--out', join(folder, 'sdk'), '--watch');
  const child = spawn(file, words, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await nextSummary(child);
    const times: number[] = [];
    const runs = setting.quick ? 5 : 15;
    // The first one loads what the others find loaded.
    for (const page of editable.slice(-runs - 1)) {
      const path = join(specs, page);
      const text = edited(readFileSync(path, 'utf8')) ?? '';
      const start = performance.now();
      writeFileSync(path, text);
      await nextSummary(child);
      times.push(performance.now() - start);
    }
    const [first = NaN, ...others] = times;
    return {
      title: 'Watching',
      head: ['what', 'first', 'then'],
      rows: [['from saving one page to the line that says what was written', seconds(first), seconds(median(others))]],
      notes: [`\`docwright generate --watch\` over ${pages.length} pages. It waits a little for more pages before it begins.`],
    };
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  }
}

/** One required row less. */
function edited(text: string): string | undefined {
  const changed = text.replace(/^(\| \w+ \{)data-required data-indent/m, '$1data-indent');
  return changed === text ? undefined : changed;
}

/** Resolves with the line that ends a run. */
async function nextSummary(child: ChildProcessByStdio<null, Readable, null>): Promise<void> {
  let printed = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    if (/files? written.*\n$/.test(printed)) return;
  }
  throw new Error(`the watch ended: ${printed.slice(-600).trim()}`);
}

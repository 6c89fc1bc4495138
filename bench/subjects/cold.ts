import { join } from 'node:path';
import { bytes, ratio, seconds } from '../figures.js';
import { documentOf } from '../made.js';
import { measure } from '../measure.js';
import { heyApiWithZod, peers, whyMissing } from '../peers.js';
import { docwright, freshFolder, sizeOf, type Setting } from '../setting.js';
import type { Table } from '../table.js';

interface Row {
  readonly name: string;
  readonly wall: number;
  readonly memory: number | undefined;
  readonly output: number;
}

/** Everything from nothing, side by side. */
export async function measureCold(setting: Setting): Promise<Table> {
  const document = await documentOf(setting);
  const rows = [await measureOurs(setting)];
  const notes: string[] = [];
  for (const peer of peers) {
    const why = whyMissing(peer);
    if (why !== undefined) {
      notes.push(`${peer.name}: not measured, ${why}.`);
      continue;
    }
    const folder = freshFolder(setting, 'cold-peer');
    const program = peer.prepare(folder, document);
    try {
      const { wall, memory } = await measure(program, { runs: setting.quick ? 1 : 3, before: () => freshFolder(setting, 'cold-peer/out') });
      rows.push({ name: peer.name, wall, memory, output: sizeOf(join(folder, 'out')) });
    } catch (error) {
      notes.push(`${peer.name}: not measured, ${String(error).replace(/\s+/g, ' ').slice(0, 300)}`);
    }
  }
  const gate = rows.find(({ name }) => name === heyApiWithZod.name)?.wall;
  return {
    title: 'Generate, from nothing',
    head: ['generator', 'wall', 'to the gate', 'peak memory', 'output'],
    rows: rows.map(({ name, wall, memory, output }) => [
      name,
      seconds(wall),
      ratio(wall, gate),
      memory === undefined ? '–' : bytes(memory),
      bytes(output),
    ]),
    notes: [
      `The gate is ${heyApiWithZod.name}. docwright starts from the pages, formats every file and writes tests; the peers start from its OpenAPI document. Output is counted without what machines alone read (model, manifest).`,
      ...notes,
    ],
  };
}

async function measureOurs(setting: Setting): Promise<Row> {
  const folder = freshFolder(setting, 'cold');
  const out = join(folder, 'sdk');
  const program = docwright(folder, 'generate', '--specs', setting.specs, '--out', out, '--no-cache', '--quiet');
  const { wall, memory } = await measure(program, { runs: setting.quick ? 1 : 3, before: () => freshFolder(setting, 'cold') });
  return {
    name: 'docwright: types + validators + calls + tests',
    wall,
    memory,
    output: sizeOf(out, (path) => !path.startsWith('docwright.')),
  };
}

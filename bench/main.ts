import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seconds } from './figures.js';
import { closeSetting, describeMachine, openSetting, projectFolder, type Setting } from './setting.js';
import { measureBundle } from './subjects/bundle.js';
import { measureCold } from './subjects/cold.js';
import { measureCompile } from './subjects/compile.js';
import { measureEditor } from './subjects/editor.js';
import { measureGrowth } from './subjects/growth.js';
import { measureTests } from './subjects/tests.js';
import { measureValidators } from './subjects/validators.js';
import { measureWarm } from './subjects/warm.js';
import { measureWatch } from './subjects/watch.js';
import { printTable, replaceTables, type Table } from './table.js';

const subjects: Readonly<Record<string, (setting: Setting) => Promise<Table>>> = {
  cold: measureCold,
  warm: measureWarm,
  watch: measureWatch,
  growth: measureGrowth,
  compile: measureCompile,
  editor: measureEditor,
  bundle: measureBundle,
  tests: measureTests,
  validators: measureValidators,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, specs: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(subjects, name));
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}; there are ${Object.keys(subjects).join(', ')}\n`);
  process.exit(2);
}

const setting = openSetting(values);
const start = performance.now();
const tables: string[] = [];
try {
  for (const [name, measureSubject] of Object.entries(subjects)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    const table = printTable(await measureSubject(setting));
    tables.push(table);
    process.stdout.write(`${table}\n`);
  }
} finally {
  closeSetting(setting);
}
const about = `${describeMachine()}; ${new Date().toISOString().slice(0, 10)}; ${values.quick ? 'quick' : 'full'} run of ${seconds(performance.now() - start)}.`;
process.stdout.write(`${about}\n`);
if (values.write) {
  const document = join(projectFolder, 'docs/performance.md');
  writeFileSync(document, replaceTables(readFileSync(document, 'utf8'), [about, '', ...tables].join('\n')));
}

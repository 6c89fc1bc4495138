// npm run fuzz -- [--seconds N] [--executions N] [--seed N] [--slowest MS] [target …]
import { build } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    executions: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    slowest: { type: 'string', default: '5000' },
  },
  allowPositionals: true,
});

// The tools are written in TypeScript, and the code under test says which branches it takes; both are bundled first.
const plain = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' };
const folder = 'node_modules/.cache/docwright-fuzz';
const load = (name) => import(pathToFileURL(`${folder}/${name}.mjs`).href);
for (const name of ['instrument', 'hits']) {
  await build({ ...plain, entryPoints: [`test/fuzz/${name}.ts`], outfile: `${folder}/${name}.mjs` });
}
const { countBranches } = await load('instrument');
const { plugin, branches } = countBranches();
const bundle = `fuzz-${process.pid}`;
await build({ ...plain, entryPoints: ['test/fuzz/fuzz.ts'], outfile: `${folder}/${bundle}.mjs`, plugins: [plugin] });
const { countHits } = await load('hits');
countHits(branches());
const { fuzz, targets } = await load(bundle);

const names = positionals.length > 0 ? positionals : Object.keys(targets);
for (const name of names) {
  const { executions, taken, branches, interesting, findings, seconds } = await fuzz(name, {
    seconds: Number(values.seconds) / names.length,
    executions: Number(values.executions),
    seed: Number(values.seed),
    slowest: Number(values.slowest),
  });
  const rate = Math.round(executions / seconds);
  console.log(
    `${name}: ${executions} executions (${rate} a second), ${taken} read to the end, ${branches} branches, ${interesting} inputs kept, ${findings.length} findings`,
  );
  for (const finding of findings) console.log(`  ${finding}`);
  if (findings.length > 0) process.exitCode = 1;
}

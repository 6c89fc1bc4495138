// npm run fuzz -- [--seconds N] [--seed N] [--slowest MS] [target …]
import { build } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    slowest: { type: 'string', default: '5000' },
  },
  allowPositionals: true,
});

// The tools are written in TypeScript, and the code under test counts its branches; both are bundled first.
const plain = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' };
const folder = 'node_modules/.cache/docwright-fuzz';
await build({ ...plain, entryPoints: ['test/fuzz/instrument.ts'], outfile: `${folder}/instrument.mjs` });
const { countBranches } = await import(pathToFileURL(`${folder}/instrument.mjs`).href);
const { plugin, branches } = countBranches();
await build({
  ...plain,
  entryPoints: ['test/fuzz/fuzz.ts'],
  outfile: `${folder}/fuzz.mjs`,
  plugins: [plugin],
});

globalThis.fuzzCounts = new Uint8Array(4 * Math.ceil(branches() / 4));
const { fuzz, targets } = await import(pathToFileURL(`${folder}/fuzz.mjs`).href);
const names = positionals.length > 0 ? positionals : Object.keys(targets);
let failed = false;
for (const name of names) {
  const result = fuzz(name, { seconds: Number(values.seconds) / names.length, seed: Number(values.seed), slowest: Number(values.slowest) });
  console.log(
    `${name}: ${result.executions} executions, ${result.branches} branches, ${result.interesting} inputs kept, ${result.findings.length} findings`,
  );
  for (const finding of result.findings) console.log(`  ${finding}`);
  failed ||= result.findings.length > 0;
}
process.exitCode = failed ? 1 : 0;

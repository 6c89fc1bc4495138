import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** As `npm pack` writes it. */
interface Tarball {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** The members of a manifest that users of a package meet. */
interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const projects = { docwright: '.', '@docwright/wechatpay': 'generated' } as const;
/** The oldest compiler that the types of the SDK are promised for. */
const oldest = 'typescript-5.0@npm:typescript@5.0';

const names = Object.keys(projects) as (keyof typeof projects)[];
const tarballs = new Map<string, Tarball>();

/** Empty but for the two packages, and what a project in TypeScript has. */
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docwright-packages-'));
  for (const [name, project] of Object.entries(projects)) {
    // This builds, as publishing would.
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: project });
    const [tarball] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as Tarball[];
    if (tarball) tarballs.set(name, tarball);
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const files = [...tarballs.values()].map(({ filename }) => `./${filename}`);
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...files, '@types/node@20', oldest], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function contentOf(name: string): string[] {
  return (tarballs.get(name)?.files ?? []).map(({ path }) => path).sort();
}

/** Files below a folder that a filter lets through, relative to it. */
function filesIn(path: string, wanted: RegExp): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => wanted.test(file));
}

/** Where the compiler puts a module. */
function built(files: readonly string[], place: string): string[] {
  return files.flatMap((file) => ['.js', '.d.ts'].map((ending) => `${place}/${file.replace(/\.ts$/, ending)}`));
}

describe('the tarball', () => {
  it('of the SDK holds its modules and nothing else', () => {
    const modules = built(filesIn('generated/src', /\.ts$/), 'dist');
    expect(contentOf('@docwright/wechatpay')).toEqual(['README.md', 'package.json', ...modules].sort());
  });

  it('of docwright holds its modules, the templates, the schemas and nothing else', () => {
    const templates = filesIn('templates', /\.\w+$/).map((file) => `templates/${file}`);
    const schemas = filesIn('generator', /\.schema\.json$/).map((file) => `generator/${file}`);
    const modules = built(filesIn('generator', /\.ts$/), 'dist/generator');
    const double = built(filesIn('templates/testing', /\.ts$/), 'dist/templates/testing');
    expect(contentOf('docwright')).toEqual(
      ['LICENSE', 'README.md', 'package.json', ...templates, ...schemas, ...modules, ...double].sort(),
    );
  });

  it.each(names)('of %s runs nothing when it is installed', (name) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;
    expect(Object.keys(manifest.scripts ?? {}).filter((script) => /^(pre|post)?install$/.test(script))).toEqual([]);
  });

  it.concurrent.each(names)('of %s is what publint and attw ask for', async (name) => {
    const file = join(folder, tarballs.get(name)?.filename ?? '');
    const { stdout } = await run('node_modules/.bin/publint', ['--strict', file]);
    expect(stdout).toContain('All good!');
    await run('node_modules/.bin/attw', [file, '--profile', 'esm-only']);
  });
});

const call = `
const settings = JSON.parse(process.argv[2]);
const pay = new WechatPay(settings);
const { data } = await pay.v3.aggracctBc.wbChannel.specialReduction.post({
  json: { mchid: settings.mchid, bal_account_no: 'ledger 4711', out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 },
});
console.log(JSON.stringify(data));`;

describe('a first call against the mock server of the installed docwright', () => {
  let server: ChildProcessByStdio<null, Readable, null>;
  let settings: string;

  beforeAll(async () => {
    const command = join(folder, 'node_modules/.bin/docwright');
    server = spawn(command, ['mock', '--no-cache', '--specs', resolve('specs')], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
      output += String(chunk);
      settings = /^new WechatPay\((\{.*\})\)$/ms.exec(output)?.[1] ?? '';
      if (settings !== '') return;
    }
  });
  afterAll(() => void server.kill());

  it.each([
    ['ESM', 'call.mjs', `import { WechatPay } from '@docwright/wechatpay';${call}`],
    ['CommonJS', 'call.cjs', `const { WechatPay } = require('@docwright/wechatpay');(async () => {${call}})();`],
  ])('works from %s', async (_, file, program) => {
    writeFileSync(join(folder, file), program);
    const { stdout } = await run('node', [file, settings], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ out_request_no: 'R1', bal_account_no: 'ledger 4711' });
  });
});

const typed = `
import { ApiError, WechatPay, type Settings } from '@docwright/wechatpay';
import { Merchant } from '@docwright/wechatpay/merchant';
import { assertPostInput, post, type PostInput } from '@docwright/wechatpay/v3/aggracct-bc/wb-channel/special-reduction';
import { webhook } from '@docwright/wechatpay/webhooks/v3/REFUND.SUCCESS';

declare const settings: Settings;
const input: PostInput = {
  json: { mchid: '1', bal_account_no: 'plain', out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 },
};
const state: string | undefined = (await new WechatPay(settings).v3.aggracctBc.wbChannel.specialReduction.post(input)).data.state;
const same: string | undefined = (await post(new Merchant(settings), input)).data.state;
// @ts-expect-error: lists of values are closed in requests
const wrong: PostInput = { json: { ...input.json, reduction_type: 'OTHER' } };
export { ApiError, assertPostInput, same, state, webhook, wrong };
`;

const typedGenerator = `
import { defineConfig, generate, loadSettings } from 'docwright';

export default defineConfig({ specs: 'pages' });
export const { outcome } = await generate(await loadSettings('.', {}));
`;

describe('the types', () => {
  const compilers = ['typescript-5.0/lib/tsc.js', 'typescript/lib/tsc.js', 'typescript-7/bin/tsc'];
  const ways = [
    ['--module', 'nodenext'],
    ['--module', 'esnext', '--moduleResolution', 'bundler'],
  ];

  beforeAll(() => {
    writeFileSync(join(folder, 'sdk.mts'), typed);
    writeFileSync(join(folder, 'docwright.mts'), typedGenerator);
  });

  async function compile(compiler: string, flags: readonly string[]): Promise<string> {
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2022', '--types', 'node'];
    const path = [folder, '.'].map((place) => resolve(place, 'node_modules', compiler)).find(existsSync) ?? compiler;
    const { stdout } = await run('node', [path, '--noEmit', ...strict, ...flags], { cwd: folder }).catch(
      (error: { readonly stdout: string }) => error,
    );
    return stdout;
  }

  it.each(compilers.flatMap((compiler) => ways.map((way) => ({ compiler, way }))))(
    'of the SDK are sound for $compiler with $way',
    async ({ compiler, way }) => {
      expect(await compile(compiler, [...way, 'sdk.mts'])).toBe('');
    },
  );

  it.each(ways.map((way) => ({ way })))('of docwright are sound with $way', async ({ way }) => {
    expect(await compile('typescript-7/bin/tsc', [...way, 'docwright.mts'])).toBe('');
  });
});

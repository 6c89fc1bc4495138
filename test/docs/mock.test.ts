import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as docwright from '../../generator/index.js';
import { readWishes } from '../../generator/mock/wishes.js';
import { startServer, type RunningServer } from '../../templates/testing/server.js';
import { runIn } from '../support/command-line.js';
import { fencedBlocks } from '../support/fenced-blocks.js';

// Making RSA keys takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const blocks = fencedBlocks('docs/mock.md');
const blocksOf = (language: string): string[] => blocks.filter((block) => block.language === language).map(({ text }) => text);
const [serve = '', send = ''] = blocksOf('sh').map((text) => text.trim());
const [program = ''] = blocksOf('ts');

let receiver: RunningServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docwright-mock-docs-'));
  receiver = await startServer(() => ({ status: 204, headers: {}, body: '' }));
});
afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});

test('the values of a notification are a fixture', () => {
  const [fixture = ''] = blocksOf('json');
  writeFileSync(join(folder, 'REFUND.SUCCESS.json'), fixture);
  expect([...docwright.readFixtures(folder).values()]).toMatchObject([{ resource: { ciphertext: { refund_status: 'SUCCESS' } } }]);
  rmSync(join(folder, 'REFUND.SUCCESS.json'));
});

/** Runs what stands in the document after `npx docwright`. */
function run(command: string) {
  const [npx, name, ...words] = command.split(' ');
  expect([npx, name]).toEqual(['npx', 'docwright']);
  // Workers would need the built docwright.
  return runIn(process.cwd(), ...words, '--no-cache', '--jobs', '1');
}

test('the server starts as shown, and prints the settings of a client', async () => {
  const { code, output } = await run(serve);
  expect([code, output]).toEqual([0, expect.stringMatching(/^new WechatPay\(\{/)]);
});

test('a notification is sent as shown', async () => {
  const command = send.replace('http://127.0.0.1:8080', receiver.origin).replace('keys.json', join(folder, 'keys.json'));
  expect(command).toContain(folder);
  expect(await run(command)).toMatchObject({ code: 0, output: expect.stringContaining('WEBHOOK v3/REFUND.SUCCESS  204') });
});

test('the program runs', async () => {
  const { code } = await transform(program.replace(/^import (\{.*\}) from 'docwright';$/m, 'const $1 = docwright;'), { loader: 'ts' });
  const printed: unknown[] = [];
  const console = { log: (...values: readonly unknown[]) => printed.push(...values) };
  const loadSettings: typeof docwright.loadSettings = (start, flags) => docwright.loadSettings(start, { ...flags, jobs: 1 });
  await new AsyncFunction('docwright', 'console', code)({ ...docwright, loadSettings }, console);
  expect(printed).toEqual([expect.stringMatching(/^http:/), expect.objectContaining({ mchid: expect.any(String) })]);
});

test.each(
  [...readFileSync('docs/mock.md', 'utf8').matchAll(/^\| `([\w-]+): ([^`]+)` \|/gm)].map(
    ([, name = '', value = '']) => [name, value] as const,
  ),
)('the header %s: %s is a wish', (name, value) => {
  expect(readWishes({ [name.toLowerCase()]: value })).not.toEqual(readWishes({}));
});

// The constructor has no name of its own.
const AsyncFunction = (async () => undefined).constructor as new (
  ...words: readonly string[]
) => (...values: readonly unknown[]) => Promise<unknown>;

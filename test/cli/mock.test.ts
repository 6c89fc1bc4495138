import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../generator/cli/run-command.js';
import type { TextStream } from '../../generator/cli/world.js';
import { startServer, type RunningServer } from '../../templates/testing/server.js';

// Making RSA keys takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let receiver: RunningServer;
let status = 204;

beforeEach(async () => {
  receiver = await startServer(() => ({ status, headers: {}, body: '' }));
});
afterEach(() => receiver.close());

/** While the command runs, `meanwhile` is given what it printed so far; then it is interrupted. */
async function run(
  words: readonly string[],
  meanwhile: (output: string) => Promise<void> = async () => undefined,
): Promise<{ code: number; output: string; errors: string }> {
  let output = '';
  let errors = '';
  const stream = (write: (text: string) => void): TextStream => ({ isTerminal: false, width: 100, write });
  const world = {
    folder: process.cwd(),
    environment: {},
    output: stream((text) => (output += text)),
    errors: stream((text) => (errors += text)),
    interrupted: () => meanwhile(output),
  };
  const code = await runCommand(['mock', '--specs', 'specs', '--jobs', '1', '--no-cache', ...words], world);
  return { code, output, errors };
}

test('posts the notifications that are named, after printing the settings of a client', async () => {
  const { code, output } = await run(['--webhook', receiver.origin, 'REFUND.SUCCESS', 'v2/refund-processed']);
  expect(code).toBe(0);
  expect(output).toMatch(/^new WechatPay\(/);
  expect(output).toMatch(/WEBHOOK v3\/REFUND\.SUCCESS {2}204 \nWEBHOOK v2\/refund-processed {2}204 \n$/);
});

test('ends with 1 when a notification is not accepted', async () => {
  status = 500;
  expect(await run(['--webhook', receiver.origin, 'REFUND.SUCCESS'])).toMatchObject({ code: 1 });
  status = 204;
});

test('says which notification does not exist', async () => {
  expect(await run(['--webhook', receiver.origin, 'COFFEE.READY'])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('there is no notification COFFEE.READY'),
  });
});

test('says that nobody answers', async () => {
  expect(await run(['--webhook', 'http://127.0.0.1:9/', 'REFUND.SUCCESS'])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('nobody answers at'),
  });
});

test('serves until it is interrupted', async () => {
  const statuses: number[] = [];
  const { code, errors } = await run([], async (output) => {
    const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
    statuses.push((await fetch(`${origin}/v3/coffees`)).status);
  });
  expect([code, statuses]).toEqual([0, [404]]);
  expect(errors).toContain('docwright listens on http://127.0.0.1:');
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';

// Compilers and servers are started.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

function npm(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('npm', ['--silent', ...words], { encoding: 'utf8', timeout: 170_000 });
  return { status, stdout, stderr };
}

const inExamples = (script: string) => npm('--prefix', 'examples', 'run', script);
const readme = readFileSync('examples/README.md', 'utf8');

// They use the SDK as a program of a user would: built. docwright itself is built by `npm test`; others use it at the same time.
beforeAll(() => {
  expect(npm('run', 'prepare', '--workspace', 'generated')).toMatchObject({ status: 0 });
});

test('the shop orders, hears of the payment, and refunds, as the README shows', () => {
  const shown = /npm run shop\n```\n\n```text\n([^]*?)```/.exec(readme)?.[1];
  expect(inExamples('shop')).toEqual({ status: 0, stderr: '', stdout: shown });
});

test('the sub-merchant is handed in, with pictures and encrypted fields', () => {
  const { status, stdout, stderr } = inExamples('onboarding');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^handed in; the application has the number \d+\n$/);
});

test('the drift job fails, and says what the change of the pages breaks', () => {
  const { status, stdout } = inExamples('drift-job');
  expect(status).toBe(1);
  expect(stdout).toContain('request-field-added-required  `json.cups` (integer, required) is documented now');
  expect(stdout).toMatch(/stale {4}src\/v3\/tea\/orders\.ts\n/);
  expect(stdout).toMatch(/--- check ended with 1, diff with 1\n$/);
});

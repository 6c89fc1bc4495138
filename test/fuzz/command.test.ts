import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('npm run fuzz begins, tries every target and says what it found', async () => {
  const command = ['test/fuzz/command.mjs', '--executions', '5', '--seconds', '600', '--seed', '1'];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) expect(line).toMatch(/^[\w-]+: \d+ executions .*, 0 findings$/);
}, 120_000);

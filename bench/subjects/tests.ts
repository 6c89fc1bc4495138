import { seconds } from '../figures.js';
import { sdkOf } from '../made.js';
import { measure, runOnce } from '../measure.js';
import { installed, type Setting } from '../setting.js';
import type { Table } from '../table.js';

/** The tests that come with the SDK, all of them. */
export async function measureTests(setting: Setting): Promise<Table> {
  const folder = await sdkOf(setting);
  const program = { file: process.execPath, words: [installed('vitest/vitest.mjs'), 'run'], folder, environment: { NO_COLOR: '1' } };
  const { output } = await runOnce(program);
  const passed = /Tests +(\d+) passed \(\1\)/.exec(output)?.[1];
  if (passed === undefined) throw new Error(`not all tests of the SDK pass: ${output.slice(-600).trim()}`);
  const { wall } = await measure(program, { runs: setting.quick ? 1 : 3, warmUp: false });
  return {
    title: 'Generated tests',
    head: ['tests', 'wall', 'budget'],
    rows: [[`${Number(passed).toLocaleString('en')}, each against a server that verifies`, seconds(wall), '90 s']],
  };
}

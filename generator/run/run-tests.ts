import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Bench } from './bench-folder.js';

/** A test that does not pass. */
export interface TestFailure {
  /** Relative to the folder of the SDK. */
  readonly path: string;
  /** What the test is about, `POST /v3/refunds`; absent where the file could not be loaded. */
  readonly operation?: string;
  readonly title: string;
  readonly message: string;
}

/**
 * Runs the tests of an SDK.
 *
 * @param paths of the test files; at least one
 */
export async function runTests({ folder, vitest }: Bench, paths: readonly string[]): Promise<TestFailure[]> {
  const report = join(folder, 'report.json');
  const ending = await run(
    [join(vitest, 'vitest.mjs'), 'run', '--root', folder, '--reporter=json', `--outputFile=${report}`, ...paths],
    folder,
  );
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    throw new Error(`vitest ended without a report:\n${ending}`);
  }
  // Written by vitest.
  const { testResults } = JSON.parse(text) as VitestReport;
  return testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const path = relative(folder, name).replaceAll('\\', '/');
    const failures = assertionResults
      .filter((result) => result.status === 'failed')
      .map(({ ancestorTitles: [operation], title, failureMessages = [] }) => ({
        path,
        ...(operation !== undefined && { operation }),
        title,
        message: failureMessages[0] ?? '',
      }));
    return failures.length === 0 && status === 'failed' ? [{ path, title: 'the file can be loaded', message }] : failures;
  });
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** What the process printed. Its exit code only says whether tests failed, which the report says better. */
function run(words: string[], folder: string): Promise<string> {
  // A test run may itself be started by tests.
  const environment = { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined };
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: folder, maxBuffer: 1 << 28, env: environment }, (_error, stdout, stderr) =>
      resolve(`${stdout}${stderr}`),
    );
  });
}

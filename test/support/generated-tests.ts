import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { emitPackage, emitPage } from '../../generator/emit/index.js';
import type { Api } from '../../generator/model/api.js';
import { readTemplates } from '../../generator/run/read-templates.js';

/** A folder with SDKs, side by side, whose tests can be run. */
export interface TestBench {
  /** Writes the unformatted SDK of an API into a folder of its own. `change` sees every file before it is written. */
  add(name: string, api: Api, change?: (path: string, text: string) => string): void;
  /** Runs the tests of all SDKs at once. */
  run(): Promise<readonly TestOutcome[]>;
  dispose(): void;
}

export interface TestOutcome {
  /** The SDK. */
  readonly sdk: string;
  /** `POST /v3/refunds`, `WEBHOOK v3/REFUND.SUCCESS`. */
  readonly subject: string;
  readonly title: string;
  readonly status: string;
  readonly message: string;
}

export function makeTestBench(): TestBench {
  const folder = mkdtempSync(join(tmpdir(), 'docwright-tests-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    'vitest.config.mjs',
    "export default { test: { isolate: false, include: ['*/test/**/*.test.ts'], chaiConfig: { truncateThreshold: 0 } } };\n",
  );
  const templates = readTemplates();
  return {
    add(name, api, change = (_path, text) => text) {
      const files = [...emitPackage(api, { name, version: '0.0.0', templates }), ...api.pages.flatMap(emitPage)];
      for (const { path, text } of files) write(`${name}/${path}`, change(path, text));
    },
    async run() {
      const vitest = resolve('node_modules/vitest/vitest.mjs');
      const report = join(folder, 'report.json');
      // It ends with 1 where tests fail, which is what some of ours want to see.
      await promisify(execFile)(process.execPath, [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${report}`], {
        maxBuffer: 1 << 28,
        env: { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined },
      }).catch(() => undefined);
      return readReport(readFileSync(report, 'utf8'), folder);
    },
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

function readReport(text: string, folder: string): TestOutcome[] {
  // The shape of vitest's own report.
  const report = JSON.parse(text) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly message?: string;
      readonly assertionResults: readonly { ancestorTitles: string[]; title: string; status: string; failureMessages?: string[] }[];
    }[];
  };
  return report.testResults.flatMap(({ name, message = '', assertionResults }) => {
    const path = name.slice(name.indexOf(folder) + folder.length + 1);
    const sdk = path.split('/', 1)[0] ?? '';
    if (assertionResults.length === 0) return [{ sdk, subject: path, title: 'the file can be loaded', status: 'failed', message }];
    return assertionResults.map(({ ancestorTitles, title, status, failureMessages = [] }) => ({
      sdk,
      subject: ancestorTitles[0] ?? path,
      title,
      status,
      message: failureMessages[0] ?? '',
    }));
  });
}

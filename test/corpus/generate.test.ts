import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emitPage } from '../../generator/emit/index.js';
import { formatText } from '../../generator/output/format.js';
import { readModel } from '../../generator/run/sdk-files.js';
import { corpus } from '../support/corpus.js';

const program = fileURLToPath(new URL('../../dist/generator/cli/main.js', import.meta.url));
const specs = corpus.folder;
const folder = mkdtempSync(join(tmpdir(), 'docwright-corpus-'));
const sdk = join(folder, 'sdk');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the built program, as users do; worker threads need it. */
function docwright(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; lastLine: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [program, ...words], options, (error, output) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, lastLine: output.trimEnd().split('\n').at(-1) ?? '' });
    });
  });
}

describe.skipIf(!corpus.present || !existsSync(program))('generate, on all real pages (needs the corpus and a build)', () => {
  let first: Awaited<ReturnType<typeof docwright>>;

  beforeAll(async () => {
    first = await docwright(['generate', '--specs', specs, '--out', sdk], { LC_ALL: 'C', TZ: 'UTC' });
  }, 600_000);

  test('skips no page', () => {
    expect(first.code).toBe(0);
    expect(first.lastLine).toContain('1,081 operations (953 v3, 128 v2) and 105 webhooks from 1,120 pages');
  });

  test('writes nothing when nothing changed, with and without a cache', async () => {
    const before = digests(sdk);
    for (const flags of [[], ['--no-cache']]) {
      const { code, lastLine } = await docwright(['generate', '--specs', specs, '--out', sdk, ...flags]);
      expect(code).toBe(0);
      expect(lastLine).toContain(' 0 files written, 0 deleted,');
    }
    expect(digests(sdk)).toEqual(before);
    expect((await docwright(['check', '--specs', specs, '--out', sdk, '--strict', '--no-cache'])).code).toBe(0);
  });

  test('makes the same bytes of pages with CRLF, in another locale and time zone, in one thread', async () => {
    const copy = join(folder, 'copy');
    for (const root of ['openapi', 'webhook']) {
      cpSync(join(specs, root), join(copy, root), { recursive: true });
    }
    for (const file of filesBelow(copy)) {
      writeFileSync(join(copy, file), readFileSync(join(copy, file), 'utf8').replaceAll('\n', '\r\n'));
    }
    const other = join(folder, 'other');
    const world = { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' };
    await docwright(['generate', '--specs', copy, '--out', other, '--no-cache', '--jobs', '1'], world);
    expect(digests(other)).toEqual(digests(sdk));
  });

  test('formats with the oxc parser as the typescript parser would', async () => {
    const style = { printWidth: 140, singleQuote: true, trailingComma: 'all', parser: 'typescript' } as const;
    const different: string[] = [];
    for (const { path, text } of readModel(sdk)?.pages.flatMap(emitPage) ?? []) {
      if ((await formatText(path, text)) !== (await format(text, style))) {
        different.push(path);
      }
    }
    expect(different).toEqual([]);
  });
});

function digests(of: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(of).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(of, file)))
        .digest('hex'),
    ]),
  );
}

function filesBelow(of: string): string[] {
  return readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(of.length + 1))
    .sort();
}

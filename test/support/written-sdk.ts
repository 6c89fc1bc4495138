import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import ts from 'typescript';
import { emitIndexes, emitPackage, emitPage } from '../../generator/emit/index.js';
import type { Api } from '../../generator/model/api.js';
import { readTemplates } from '../../generator/run/read-templates.js';

/** The sources of an SDK in a folder of their own, unformatted, for the compilers. */
export interface WrittenSdk {
  readonly folder: string;
  /** The program of TypeScript 5.9. */
  program(): ts.Program;
  /** What TypeScript 5.9 finds wrong: `src/file.ts:1: message`. */
  errors(program?: ts.Program): string[];
  /** What TypeScript 7 finds wrong, as it prints it. */
  errorsOf7(): Promise<string>;
  dispose(): void;
}

/** @param more further files by path, such as `src/calls.ts` */
export function writeSdk(api: Api, more: Readonly<Record<string, string>> = {}): WrittenSdk {
  const folder = mkdtempSync(join(tmpdir(), 'docwright-sdk-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const files = [
    ...emitPackage(api, { name: 'sdk', version: '0.0.0', templates: readTemplates() }),
    ...api.pages.flatMap(emitPage),
    ...emitIndexes(api.pages),
    ...Object.entries(more).map(([path, text]) => ({ path, text })),
  ];
  for (const { path, text } of files) {
    if (!path.startsWith('src/') && path !== 'tsconfig.json' && path !== 'package.json') continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const program = (): ts.Program => createProgram(folder);
  return {
    folder,
    program,
    errors: (given = program()) => ts.getPreEmitDiagnostics(given).map((diagnostic) => printDiagnostic(diagnostic, folder)),
    async errorsOf7() {
      const compiler = resolve('node_modules/typescript-7/bin/tsc');
      const run = promisify(execFile)(process.execPath, [compiler, '-p', folder, '--noEmit', '--pretty', 'false'], { maxBuffer: 1 << 26 });
      return run.then(
        () => '',
        (error: { readonly stdout?: string }) => error.stdout ?? String(error),
      );
    },
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

function createProgram(folder: string): ts.Program {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as { readonly config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  return ts.createProgram(fileNames, { ...options, noEmit: true });
}

function printDiagnostic({ file, start = 0, messageText }: ts.Diagnostic, folder: string): string {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  if (!file) return message;
  return `${file.fileName.replace(`${folder}/`, '')}:${String(file.getLineAndCharacterOfPosition(start).line + 1)}: ${message}`;
}

/** Builds a module of a written SDK, and loads it. */
export async function loadModule({ folder }: WrittenSdk, path: string): Promise<Readonly<Record<string, unknown>>> {
  const outfile = join(folder, `${path}.mjs`);
  await build({ entryPoints: [join(folder, path)], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  return (await import(pathToFileURL(outfile).href)) as Readonly<Record<string, unknown>>;
}

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { emitPackage, type SourceFile } from '../../generator/emit/index.js';
import { readTemplates } from '../../generator/run/read-templates.js';

/** Checks types of one batch of emitted files after the other, with the runtime read once. */
export interface TypeChecker {
  /** What TypeScript finds wrong under the flags of the SDK. */
  faults(files: readonly SourceFile[]): readonly TypeFault[];
}

export interface TypeFault {
  readonly path: string;
  readonly message: string;
}

/** Nothing is written there; types of packages are found from there. */
const root = resolve('node_modules/.docwright-pages');

export function createTypeChecker(): TypeChecker {
  const library = new Map(
    emitPackage({ version: 1, pages: [] }, { name: 'sdk', version: '0.0.0', templates: readTemplates() }).map(
      ({ path, text }) => [join(root, path), text] as const,
    ),
  );
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => library.get(path)) as { readonly config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  let batch: ReadonlyMap<string, string> = new Map();
  let version = 0;
  const textOf = (path: string): string | undefined => batch.get(path) ?? library.get(path);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...batch.keys()],
    getScriptVersion: (path) => (batch.has(path) ? String(version) : '0'),
    getScriptSnapshot: (path) => {
      const text = textOf(path) ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (path) => textOf(path) !== undefined || ts.sys.fileExists(path),
    readFile: (path) => textOf(path) ?? ts.sys.readFile(path),
  });
  return {
    faults(files) {
      batch = new Map(files.map(({ path, text }) => [join(root, path), text]));
      version += 1;
      return files.flatMap(({ path }) => {
        const full = join(root, path);
        return [...service.getSyntacticDiagnostics(full), ...service.getSemanticDiagnostics(full)].map(({ messageText }) => ({
          path,
          message: ts.flattenDiagnosticMessageText(messageText, '\n'),
        }));
      });
    },
  };
}

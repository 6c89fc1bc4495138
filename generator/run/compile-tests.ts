import { join, relative } from 'node:path';
import type { Diagnostic as CompilerError } from 'ts-morph';

/** Something in a test that the compiler refuses. */
export interface CompileError {
  /** Relative to the folder of the SDK. */
  readonly path: string;
  readonly line: number;
  /** What the error is part of: a whole statement at the top of the file. */
  readonly statement: string;
  readonly message: string;
  /** Of an error about a public name that is no longer there: whether there is one like it. */
  readonly export?: 'removed' | 'renamed';
}

/** TypeScript's errors about modules that cannot be found, and about names that they do not export, by number. */
const exportErrors: ReadonlyMap<number, 'removed' | 'renamed'> = new Map([
  [2305, 'removed'],
  [2307, 'removed'],
  [2614, 'removed'],
  [2724, 'renamed'],
]);

/** Type-checks the tests of an SDK, by the SDK's own `tsconfig.test.json`. */
export async function compileTests(folder: string): Promise<CompileError[]> {
  const { Project } = await import('ts-morph');
  const project = new Project({ tsConfigFilePath: join(folder, 'tsconfig.test.json'), skipAddingFilesFromTsConfig: true });
  const files = project.addSourceFilesAtPaths(join(folder, 'test/**/*.ts'));
  return files.flatMap((file) =>
    file.getPreEmitDiagnostics().map((error) => {
      const start = error.getStart() ?? 0;
      const exported = exportErrors.get(error.getCode());
      const statement = file.getStatements().find((each) => each.getPos() <= start && start < each.getEnd());
      return {
        path: relative(folder, file.getFilePath()).replaceAll('\\', '/'),
        line: error.getLineNumber() ?? 1,
        statement: statement?.getText() ?? '',
        message: innermost(error.getMessageText()),
        ...(exported !== undefined && { export: exported }),
      };
    }),
  );
}

/** The compiler tells from the outside in; what is wrong comes last. */
function innermost(message: ReturnType<CompilerError['getMessageText']>): string {
  if (typeof message === 'string') return message;
  const [next] = message.getNext() ?? [];
  return next === undefined ? message.getMessageText() : innermost(next);
}

import type { Project as TypeScriptProject, StatementStructures, WriterFunction } from 'ts-morph';
import type { SourceFile } from './source-file.js';
import { IndentationText, Project, QuoteKind } from './ts-morph.js';

export type Statement = StatementStructures | WriterFunction | string;

let project: TypeScriptProject | undefined;

/** One project serves a whole run; a file leaves it as soon as it is printed, so that memory does not grow with the number of pages. */
function sharedProject(): TypeScriptProject {
  project ??= new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single },
  });
  return project;
}

/** Prints the statements of one file. */
export function printSource(path: string, statements: readonly Statement[]): SourceFile {
  const file = sharedProject().createSourceFile(path, { statements: [...statements] });
  const text = file.getFullText();
  file.forget();
  return { path, text };
}

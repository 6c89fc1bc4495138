import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** The texts of the fenced blocks of a language, in the order of the document. */
export function codeBlocks(document: string, language: string): string[] {
  return [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);
}

/** What the compiler finds wrong with modules that use docwright and the committed SDK, as their readers would write them. */
export function typeErrors(modules: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'docwright-blocks-'));
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const files = modules.map((text, index) => {
      const file = join(folder, `block${index}.mts`);
      writeFileSync(file, text);
      return file;
    });
    const program = ts.createProgram(files, {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts'],
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      paths: {
        docwright: [resolve('generator/index.ts')],
        '@docwright/wechatpay': [resolve('generated/src/index.ts')],
        '@docwright/wechatpay/*': [resolve('generated/src/*')],
      },
    });
    return files.flatMap((file) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import type { FencedBlock } from './fenced-blocks.js';

/** What the documents speak of without saying where it comes from. */
const given: Readonly<Record<string, string>> = {
  pay: "declare const pay: import('@docwright/wechatpay').WechatPay;",
  mchid: 'declare const mchid: string;',
  out_request_no: 'declare const out_request_no: string;',
};

/** What TypeScript says of blocks that stand in a project which has docwright and the SDK installed: `docs/mock.md:12: message`. */
export function checkTypeScriptBlocks(blocks: readonly FencedBlock[]): string[] {
  const files = new Map(blocks.map((block, index) => [resolve(`documents/block-${index}.ts`), block]));
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')) as {
    readonly config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      noUnusedLocals: false,
      lib: ['es2023', 'dom'],
      baseUrl: '.',
      // The sources, so that the check is about the code of today whatever was built.
      paths: {
        docwright: ['generator/index.ts'],
        '@docwright/wechatpay': ['generated/src/index.ts'],
        '@docwright/wechatpay/*': ['generated/src/*'],
      },
    },
    resolve('.'),
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => (files.has(path) ? sourceOf(files.get(path)) : readFile(path));
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, target, ...rest) =>
    files.has(path) ? ts.createSourceFile(path, sourceOf(files.get(path)), target, true) : getSourceFile(path, target, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, { document, line }]) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ start = 0, messageText }) => {
      const row = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + line;
      return `${document}:${String(row)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}

/** On the lines of the block, with what is given on the first one, and a module in any case. */
function sourceOf(block: FencedBlock | undefined): string {
  const text = block?.text ?? '';
  const used = Object.entries(given).filter(
    ([name]) => new RegExp(`\\b${name}\\b`).test(text) && !new RegExp(`(?:const|let) ${name}\\b`).test(text),
  );
  return `${used.map(([, declaration]) => declaration).join(' ')} export {};\n${text}`;
}

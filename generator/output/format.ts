import * as oxc from '@prettier/plugin-oxc';
import { extname } from 'node:path/posix';
import type { Options } from 'prettier';
import { format } from 'prettier/standalone';
import { lineWidth, putBackSettled, takeOutSettled } from './settled.js';

/** The same for every SDK: what is generated must not depend on configuration files that happen to lie near the output. */
const style: Options = { printWidth: lineWidth, singleQuote: true, trailingComma: 'all' };

/** What a page becomes is TypeScript; what else there is to format stands in few files, so that most runs need no more than oxc. */
const options: Readonly<Record<string, () => Promise<Options>>> = {
  // The oxc parser is 1.5 times as fast as the typescript parser; test/corpus/generate.test.ts shows that the bytes are the same.
  // No file holds another language, and to look for one takes time.
  '.ts': async () => ({ ...style, parser: 'oxc-ts', plugins: [oxc], embeddedLanguageFormatting: 'off' }),
  '.js': async () => ({ ...style, parser: 'oxc', plugins: [oxc] }),
  '.json': async () => ({
    ...style,
    parser: 'json',
    plugins: [await import('prettier/plugins/babel'), await import('prettier/plugins/estree')],
  }),
  '.md': async () => ({ ...style, parser: 'markdown', plugins: [await import('prettier/plugins/markdown'), oxc] }),
};

/** The text as prettier prints it; files of a kind that prettier does not know are returned as they are. */
export async function formatText(path: string, text: string): Promise<string> {
  const extension = extname(path);
  const known = Object.hasOwn(options, extension) ? await options[extension]?.() : undefined;
  if (known === undefined) return text;
  return extension === '.ts' ? formatUnsettled(text, known) : format(text, known);
}

async function formatUnsettled(text: string, known: Options): Promise<string> {
  const rest = takeOutSettled(text);
  return putBackSettled(await format(rest.text, known), rest.settled) ?? format(text, known);
}

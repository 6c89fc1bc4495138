import * as oxc from '@prettier/plugin-oxc';
import { extname } from 'node:path/posix';
import type { Options } from 'prettier';
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import * as markdown from 'prettier/plugins/markdown';
import { format } from 'prettier/standalone';
import { lineWidth, putBackSettled, takeOutSettled } from './settled.js';

/** The same for every SDK: what is generated must not depend on configuration files that happen to lie near the output. */
const style: Options = { printWidth: lineWidth, singleQuote: true, trailingComma: 'all' };

const options: Readonly<Record<string, Options>> = {
  // The oxc parser is 1.5 times as fast as the typescript parser; test/corpus/generate.test.ts shows that the bytes are the same.
  // No file holds another language, and to look for one takes time.
  '.ts': { ...style, parser: 'oxc-ts', plugins: [oxc], embeddedLanguageFormatting: 'off' },
  '.js': { ...style, parser: 'oxc', plugins: [oxc] },
  '.json': { ...style, parser: 'json', plugins: [babel, estree] },
  '.md': { ...style, parser: 'markdown', plugins: [markdown, oxc, estree] },
};

/** The text as prettier prints it; files of a kind that prettier does not know are returned as they are. */
export async function formatText(path: string, text: string): Promise<string> {
  const extension = extname(path);
  const known = Object.hasOwn(options, extension) ? options[extension] : undefined;
  if (known === undefined) return text;
  return extension === '.ts' ? formatUnsettled(text, known) : format(text, known);
}

async function formatUnsettled(text: string, known: Options): Promise<string> {
  const rest = takeOutSettled(text);
  return putBackSettled(await format(rest.text, known), rest.settled) ?? format(text, known);
}

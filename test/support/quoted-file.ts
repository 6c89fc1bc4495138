import { readFileSync } from 'node:fs';
import { emitPage } from '../../generator/emit/index.js';
import { formatText } from '../../generator/output/format.js';
import { readTreePage } from './page-tree.js';

/** Text of a file that a document quotes. A file in `generated/` is as it is generated now, whether or not that was done. */
export async function quotedFile(file: string): Promise<string> {
  const module = /^generated\/src\/(.*)\.ts$/.exec(file)?.[1];
  if (module === undefined) return readFileSync(file, 'utf8');
  const { model } = readTreePage('specs', `openapi/${module}.md`);
  const [source] = model ? emitPage(model) : [];
  return formatText(file, source?.text ?? '');
}

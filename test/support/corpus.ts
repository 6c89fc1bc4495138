import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import type { ApiPage } from '../../generator/model/api.js';
import { assembleApi, type Assembly } from '../../generator/model/assemble-api.js';
import { listPages, readTreePage } from './page-tree.js';

const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const present = existsSync(`${folder}openapi`);
if (!present) console.log('The corpus is not beside the project: its tests are skipped.');

/** The real pages, where they are at hand. Files are relative to the specs folder, in code-unit order. */
export const corpus = {
  present,
  folder,
  files: present ? ['openapi', 'webhook'].flatMap((root) => listPages(`${folder}${root}`).map((file) => `${root}/${file}`)) : [],
  read: (file: string): string => readFileSync(`${folder}${file}`, 'utf8'),
};

/** The model of all real pages, and everything that was said about them. */
export function corpusApi(): Assembly & { readonly pages: readonly ApiPage[] } {
  const read = corpus.files.map((file) => readTreePage(folder, file));
  const pages = read.flatMap(({ model }) => (model ? [model] : []));
  const assembly = assembleApi(pages);
  const diagnostics: Diagnostic[] = [...read.flatMap((page) => page.diagnostics), ...assembly.diagnostics];
  return { pages, api: assembly.api, diagnostics };
}

import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import type { Api } from '../../generator/model/api.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { listPages, readTreePage } from './page-tree.js';

const specs = fileURLToPath(new URL('../../specs/', import.meta.url));

/** The model of the project's own pages, without overlays, their diagnostics and their text. */
export function specsApi(): {
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
  source(file: string): string | undefined;
} {
  const pages = listPages(specs).map((file) => readTreePage(specs, file));
  const { api, diagnostics } = assembleApi(pages.flatMap(({ model }) => model ?? []));
  const texts = new Map(pages.map(({ file, text }) => [file, text]));
  return { api, diagnostics: [...pages.flatMap((page) => page.diagnostics), ...diagnostics], source: (file) => texts.get(file) };
}

import { createCollector } from '../../generator/diagnostics/collector.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { buildPage } from '../../generator/model/build-page.js';
import type { Api } from '../../generator/model/api.js';
import { readPage } from '../../generator/page/index.js';

/** The model of some pages, given as text by their path, and everything that is said about them. */
export function readApi(pages: Readonly<Record<string, string>>): { readonly api: Api; readonly diagnostics: readonly Diagnostic[] } {
  const collected: Diagnostic[] = [];
  const built = Object.entries(pages).flatMap(([file, text]) => {
    const collector = createCollector(file);
    const page = readPage(text, file, collector);
    const apiPage = page && buildPage(page, collector);
    collected.push(...collector.diagnostics);
    return apiPage === undefined || collector.fatal ? [] : [apiPage];
  });
  const { api, diagnostics } = assembleApi(built);
  return { api, diagnostics: [...collected, ...diagnostics] };
}

import { expect } from 'vitest';
import { createCollector, sortDiagnostics } from '../../generator/diagnostics/collector.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { lintApi } from '../../generator/lint/lint-api.js';
import { lintPage } from '../../generator/lint/lint-page.js';
import { showFixes } from '../../generator/lint/show-fixes.js';
import { suppress } from '../../generator/lint/suppress.js';
import type { Api } from '../../generator/model/api.js';
import { applyOverlays } from '../../generator/model/apply-overlays.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { buildPage } from '../../generator/model/build-page.js';
import { parseOverlays } from '../../generator/model/parse-overlays.js';
import { readPage, type Page } from '../../generator/page/index.js';

/**
 * One page, or several: then a line `<!-- openapi/v3/teas.md -->` stands above each and names its file. A file of another kind than
 * `.md` is an overlay.
 */
export type Pages = string;

export interface Outcome {
  /** Pages that could be read, by file. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
}

const defaultFile = 'openapi/v3/teas.md';

/** Reads pages, builds their model and lints them: everything that comes of it. */
export function compileAndDiagnose(pages: Pages): Outcome {
  const read = new Map<string, Page>();
  const diagnostics: Diagnostic[] = [];
  const files = splitPages(pages);
  const built = files
    .filter(({ file }) => file.endsWith('.md'))
    .flatMap(({ file, text }) => {
      const collector = createCollector(file);
      const page = readPage(text, file, collector);
      if (page) read.set(file, page);
      const model = page && buildPage(page, collector);
      if (page && model && !collector.fatal) lintPage(text, page, model, collector);
      diagnostics.push(...showFixes(collector.diagnostics, text));
      return model && !collector.fatal ? [model] : [];
    });
  const overlays = files.filter(({ file }) => !file.endsWith('.md')).map(({ file, text }) => parseOverlays(text, file));
  const overlaid = applyOverlays(
    built,
    overlays.flatMap(({ entries }) => entries),
  );
  const { api, diagnostics: found } = assembleApi(overlaid.pages);
  const linted = lintApi(
    api,
    files.map(({ file }) => file),
  );
  diagnostics.push(...overlays.flatMap((overlay) => overlay.diagnostics), ...overlaid.diagnostics, ...found, ...linted);
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  return { pages: read, api, diagnostics: suppress(sortDiagnostics(diagnostics), { texts, suppressions: new Map() }).diagnostics };
}

/** The model of sound pages. Fails the test where anything at `error` or above is said about them. */
export function compile(pages: Pages): Api {
  const { api, diagnostics } = compileAndDiagnose(pages);
  expect(diagnostics.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
  return api;
}

/** What is said about pages. */
export function diagnose(pages: Pages): readonly Diagnostic[] {
  return compileAndDiagnose(pages).diagnostics;
}

/** One page as `generator/page` reads it, and what is said while reading. */
export function read(text: string, file = defaultFile): { readonly page: Page | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const collector = createCollector(file);
  const page = readPage(text, file, collector);
  return { page, diagnostics: collector.diagnostics };
}

/** `code line:column-endColumn`, the facts that tests of diagnostics compare. */
export function brief({ code, place: { line, column, endColumn } }: Diagnostic): string {
  return `${code} ${String(line)}:${String(column)}-${String(endColumn)}`;
}

function splitPages(pages: Pages): { readonly file: string; readonly text: string }[] {
  const parts = pages.split(/^<!-- (\S+\.(?:md|yaml)) -->\n/m);
  if (parts.length === 1) return [{ file: defaultFile, text: pages }];
  const files: { file: string; text: string }[] = [];
  for (let index = 1; index + 1 < parts.length; index += 2) files.push({ file: parts[index] ?? '', text: parts[index + 1] ?? '' });
  return files;
}

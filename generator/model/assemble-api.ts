import { createCollector, sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api, ApiPage, Operation } from './api.js';
import { decideShapes } from './decide-shapes.js';

/** An API and what can only be said about its pages together. */
export interface Assembly {
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts pages together, in any order: the result depends on their files only. A page whose output would overwrite another's is left
 * out, fatally (design.md §2.3); so is an operation that an earlier page describes already. Contents that may be a list or an object
 * are decided here, by their families.
 */
export function assembleApi(pages: readonly ApiPage[]): Assembly {
  const diagnostics: Diagnostic[] = [];
  const sorted = [...pages].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const separate = withoutCollisions(sorted, diagnostics);
  const unique = withoutRepetitions(separate, diagnostics);
  reportSameUrls(unique, diagnostics);
  return { api: { version: 1, pages: decideShapes(unique) }, diagnostics: sortDiagnostics(diagnostics) };
}

function withoutCollisions(pages: readonly ApiPage[], diagnostics: Diagnostic[]): ApiPage[] {
  // The page that an output is there for: by page, by path of a file, by path of a folder.
  const first = new Map<string, ApiPage>();
  const files = new Map<string, ApiPage>();
  const folders = new Map<string, ApiPage>();
  return pages.filter((page) => {
    if (page.kind === 'stub' || page.kind === 'index') return true;
    const key = outputKey(page.file);
    const own = [`${key}.ts`, `${key}.test.ts`];
    const above = foldersOf(key);
    const other = [first.get(key), ...own.map((file) => folders.get(file)), ...above.map((folder) => files.get(folder))].find(
      (candidate) => candidate !== undefined,
    );
    if (!other) {
      first.set(key, page);
      for (const file of own) files.set(file, page);
      for (const folder of above) folders.set(folder, page);
      return true;
    }
    const collector = createCollector(page.file);
    collector.report('doc-output-collision', start, `its output would overwrite that of \`${other.file}\``, {
      related: [{ file: other.file, place: start, message: 'the page that keeps its output' }],
    });
    diagnostics.push(...collector.diagnostics);
    return false;
  });
}

const start = { line: 1, column: 1, endColumn: 1 };

/** Equal for pages whose generated files have the same path on a disk that knows no case: braces become underscores there, and so does a dot before `d`. */
function outputKey(file: string): string {
  return file
    .replace(/\.md$/, '')
    .replace(/^openapi\//, '')
    .replace(/(^|\/)index$/, '$1_empty_')
    .replace(/[{}]/g, '_')
    .replace(/\.d(?=\.|\/|$)/g, '_d')
    .toLowerCase();
}

function foldersOf(key: string): string[] {
  const segments = key.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

function withoutRepetitions(pages: readonly ApiPage[], diagnostics: Diagnostic[]): ApiPage[] {
  const first = new Map<string, { readonly file: string; readonly place: Operation['place'] }>();
  return pages.map((page) => {
    const collector = createCollector(page.file);
    const isFirst = <Described extends { readonly id: string; readonly place: Operation['place'] }>({ id, place }: Described): boolean => {
      const other = first.get(id);
      if (!other) {
        first.set(id, { file: page.file, place });
        return true;
      }
      collector.report('doc-operation-repeated', place, `\`${id}\` is described already`, {
        related: [{ ...other, message: 'the description that counts' }],
      });
      return false;
    };
    const operations = page.operations.filter(isFirst);
    const webhooks = page.webhooks.filter(isFirst);
    diagnostics.push(...collector.diagnostics);
    return collector.diagnostics.length > 0 ? { ...page, operations, webhooks } : page;
  });
}

/** Two templates that differ only in the names of their placeholders stay two operations. */
function reportSameUrls(pages: readonly ApiPage[], diagnostics: Diagnostic[]): void {
  const first = new Map<string, Operation>();
  for (const operation of pages.flatMap(({ operations }) => operations)) {
    const key = operation.id.replace(/\{[A-Za-z0-9_]+\}/g, '{}');
    const other = first.get(key);
    if (!other) {
      first.set(key, operation);
      continue;
    }
    const collector = createCollector(operation.file);
    collector.report('doc-url-shared', operation.place, `\`${operation.id}\` and \`${other.id}\` are one URL to a server`, {
      related: [{ file: other.file, place: other.place, message: 'the other operation' }],
    });
    diagnostics.push(...collector.diagnostics);
  }
}

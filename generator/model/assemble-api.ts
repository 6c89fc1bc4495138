import { createCollector, sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api, ApiPage, Content, Operation } from './api.js';
import { decideShapes, mergeShapes } from './decide-shapes.js';
import { factsOf, type OperationFacts, type PageFacts } from './page-facts.js';

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
  const pageOf = new Map(pages.map((page) => [factsOf(page), page]));
  const { pages: joined, shapes, diagnostics } = joinPages([...pageOf.keys()]);
  const settled = joined.flatMap((join) => {
    const page = pageOf.get(join.read);
    return page === undefined ? [] : [settlePage(page, join, shapes)];
  });
  return { api: { version: 1, pages: settled }, diagnostics };
}

/** What becomes of pages when they are put together. */
export interface JoinedPages {
  /** Sorted by file. */
  readonly pages: readonly JoinedPage[];
  /** What the families of requests tell of contents. */
  readonly shapes: ReadonlyMap<string, Content['shape']>;
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface JoinedPage {
  /** As the page alone is. */
  readonly read: PageFacts;
  /** Without the operations that an earlier page describes; `read` itself where there are none. */
  readonly facts: PageFacts;
}

/** `assembleApi` for pages that are not in memory: `settlePage` does to each of them what is decided here. */
export function joinPages(pages: readonly PageFacts[]): JoinedPages {
  const diagnostics: Diagnostic[] = [];
  const sorted = [...pages].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const separate = withoutCollisions(sorted, diagnostics);
  const joined = withoutRepetitions(separate, diagnostics);
  const operations = joined.flatMap(({ facts }) => facts.operations.map((operation) => ({ ...operation, file: facts.file })));
  reportSameUrls(operations, diagnostics);
  return {
    pages: joined,
    shapes: mergeShapes(operations.flatMap(({ shapes }) => shapes)),
    diagnostics: sortDiagnostics(diagnostics),
  };
}

/** True if a page is the same beside the others as it is alone. */
export function staysAsRead({ read, facts }: JoinedPage): boolean {
  return read === facts && read.open !== true;
}

/** A page beside the others. */
export function settlePage(page: ApiPage, { read, facts }: JoinedPage, shapes: JoinedPages['shapes']): ApiPage {
  const left =
    read === facts
      ? page
      : {
          ...page,
          operations: page.operations.filter((_, index) => facts.operations.some((operation) => operation === read.operations[index])),
          webhooks: page.webhooks.filter((_, index) => facts.webhooks.some((webhook) => webhook === read.webhooks[index])),
        };
  return read.open === true ? decideShapes(left, shapes) : left;
}

function withoutCollisions(pages: readonly PageFacts[], diagnostics: Diagnostic[]): PageFacts[] {
  // The page that an output is there for: by page, by path of a file, by path of a folder.
  const first = new Map<string, PageFacts>();
  const files = new Map<string, PageFacts>();
  const folders = new Map<string, PageFacts>();
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

/**
 * Equal for pages whose generated files have the same path on a disk that knows no case: braces become underscores there, and so does a dot before `d`.
 * `node_modules` has some around it.
 */
function outputKey(file: string): string {
  return file
    .replace(/\.md$/, '')
    .replace(/^openapi\//, '')
    .replace(/(^|\/)index$/, '$1_empty_')
    .replace(/[{}]/g, '_')
    .replace(/\.d(?=\.|\/|$)/g, '_d')
    .replace(/(^|\/)node_modules(?=\/|$)/g, '$1_node_modules_')
    .toLowerCase();
}

function foldersOf(key: string): string[] {
  const segments = key.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

function withoutRepetitions(pages: readonly PageFacts[], diagnostics: Diagnostic[]): JoinedPage[] {
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
    return { read: page, facts: collector.diagnostics.length > 0 ? { ...page, operations, webhooks } : page };
  });
}

/** Two templates that differ only in the names of their placeholders stay two operations. */
function reportSameUrls(operations: readonly (OperationFacts & { readonly file: string })[], diagnostics: Diagnostic[]): void {
  const first = new Map<string, OperationFacts & { readonly file: string }>();
  for (const operation of operations) {
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

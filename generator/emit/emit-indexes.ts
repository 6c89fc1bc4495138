import type { InterfaceDeclarationStructure, OptionalKind, PropertySignatureStructure } from 'ts-morph';
import { ownComment } from './doc-comment.js';
import { stringLiteral, typeKey } from './escape.js';
import type { IndexedPage } from './indexed-page.js';
import { modulePath } from './module-path.js';
import { chainKey, eventName } from './names.js';
import { printSource, type Statement } from './print-source.js';
import type { SourceFile } from './source-file.js';
import { StructureKind, VariableDeclarationKind } from './ts-morph.js';

/** The files that know of all pages, unformatted: the entry, the table of routes, the types of the call chain and of notifications. */
export function emitIndexes(pages: readonly IndexedPage[]): SourceFile[] {
  return [emitEntry(), emitRoutes(pages), emitModules(pages), emitChain(pages), emitNotices(pages)];
}

function emitEntry(): SourceFile {
  const imported = (moduleSpecifier: string, namedImports: string[], isTypeOnly = false) =>
    ({ kind: StructureKind.ImportDeclaration, moduleSpecifier, namedImports, isTypeOnly }) as const;
  return printSource('src/index.ts', [
    imported('./chain.js', ['Templates', 'Tree'], true),
    imported('./notices.js', ['Notices'], true),
    imported('./routes.js', ['routes']),
    imported('./runtime/client.js', ['clientOf']),
    { kind: StructureKind.ExportDeclaration, moduleSpecifier: './runtime/index.js' },
    { kind: StructureKind.ExportDeclaration, moduleSpecifier: './notices.js', namedExports: ['Notices'], isTypeOnly: true },
    {
      kind: StructureKind.Class,
      name: 'WechatPay',
      isExported: true,
      extends: "clientOf<Tree, Templates, Notices>(routes, () => import('./modules.js'))",
      docs: ownComment('A merchant, and all that the pages describe.'),
    },
  ]);
}

/** Where a module of the sources stands, seen from their root. */
function specifier(page: IndexedPage): string {
  return stringLiteral(`./${modulePath(page.file).replace(/^src\//, '')}.js`);
}

/** What `chain()` takes for a page: its template, and the spelling of its samples where that differs. */
function templatesOf({ template, sampleTemplate }: IndexedPage['operations'][number]): string[] {
  return sampleTemplate === undefined ? [template] : [template, sampleTemplate];
}

interface Node {
  readonly template: string;
  readonly page: IndexedPage;
}

function nodesOf(pages: readonly IndexedPage[]): Node[] {
  return pages.flatMap((page) => {
    const templates = new Set(page.operations.flatMap(templatesOf));
    return [...templates].map((template) => ({ template, page }));
  });
}

/** Short, because the entry holds it. */
function emitRoutes(pages: readonly IndexedPage[]): SourceFile {
  const rows = nodesOf(pages).map(({ template, page }) => {
    const verbs = page.operations.map(({ method }) => method.toLowerCase()).join(' ');
    return `${stringLiteral(template)}: ${stringLiteral(verbs)}`;
  });
  return printSource('src/routes.ts', [
    importTypes('Routes'),
    printTable({ name: 'routes', type: 'Routes', rows, docs: 'The verbs of all pages with operations.' }),
  ]);
}

function emitModules(pages: readonly IndexedPage[]): SourceFile {
  const operations = nodesOf(pages).map(({ template, page }) => `${stringLiteral(template)}: () => import(${specifier(page)})`);
  const webhooks = pages.flatMap((page) =>
    page.webhooks.map(({ protocol, name, eventTypes }) => {
      const events = eventTypes.map(stringLiteral).join(', ');
      return `${stringLiteral(`${protocol}/${name}`)}: [[${events}], () => import(${specifier(page)})]`;
    }),
  );
  return printSource('src/modules.ts', [
    importTypes('Loaders', 'WebhookRoutes'),
    printTable({ name: 'operations', type: 'Loaders', rows: operations, docs: 'Loads the modules of all pages with operations.' }),
    printTable({ name: 'webhooks', type: 'WebhookRoutes', rows: webhooks, docs: 'The notifications of all pages.' }),
  ]);
}

function importTypes(...namedImports: string[]): Statement {
  return { kind: StructureKind.ImportDeclaration, isTypeOnly: true, moduleSpecifier: './runtime/operation.js', namedImports };
}

function printTable(table: {
  readonly name: string;
  readonly type: string;
  readonly rows: readonly string[];
  readonly docs: string;
}): Statement {
  const { name, type, rows, docs } = table;
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name, type, initializer: `{${rows.map((row) => `\n${row},`).join('')}\n}` }],
    docs: ownComment(docs),
  };
}

/** One segment in the tree of paths. */
interface Branch {
  readonly children: Map<string, Branch>;
  template?: string;
}

function emitChain(pages: readonly IndexedPage[]): SourceFile {
  const nodes = nodesOf(pages);
  const root: Branch = { children: new Map() };
  for (const { template } of nodes) growBranch(root, template);
  const templates: InterfaceDeclarationStructure = {
    kind: StructureKind.Interface,
    name: 'Templates',
    isExported: true,
    properties: nodes.map(({ template, page }) => ({ name: typeKey(template), type: `import(${specifier(page)}).Verbs` })),
    docs: ownComment('The nodes of the call chain by template, as in `pay.chain(template)` and `pay[template]`.'),
  };
  const tree: InterfaceDeclarationStructure = {
    kind: StructureKind.Interface,
    name: 'Tree',
    isExported: true,
    properties: printBranches(root),
    docs: ownComment('The call chain, one property per segment of the path.'),
  };
  return printSource('src/chain.ts', [templates, tree]);
}

function growBranch(root: Branch, template: string): void {
  let branch = root;
  for (const segment of template.split('/').map(chainKey)) {
    const child = branch.children.get(segment) ?? { children: new Map() };
    branch.children.set(segment, child);
    branch = child;
  }
  branch.template ??= template;
}

function printBranches({ children }: Branch): OptionalKind<PropertySignatureStructure>[] {
  return [...children].map(([name, branch]) => ({ name: typeKey(name), isReadonly: true, type: printBranch(branch) }));
}

function printBranch(branch: Branch): string {
  const own = branch.template === undefined ? [] : [`Templates[${stringLiteral(branch.template)}]`];
  const members = printBranches(branch).map(({ name, type }) => `readonly ${name}: ${String(type)};`);
  return [...own, ...(members.length > 0 ? [`{ ${members.join(' ')} }`] : [])].join(' & ');
}

function emitNotices(pages: readonly IndexedPage[]): SourceFile {
  const properties = pages.flatMap((page) =>
    page.webhooks.map(({ protocol, name }) => {
      const module = `import(${specifier(page)})`;
      const type = eventName(name);
      return { name: typeKey(`${protocol}/${name}`), type: `{ event: ${module}.${type}; reply: ${module}.${type}Reply }` };
    }),
  );
  return printSource('src/notices.ts', [
    {
      kind: StructureKind.Interface,
      name: 'Notices',
      isExported: true,
      properties,
      docs: ownComment('The notifications by the name of their page: the body that arrives, and the body of the reply.'),
    },
  ]);
}

import ts from 'typescript';

/** What a file of TypeScript says that is neither comment nor text. */
export interface CodeFacts {
  readonly identifiers: ReadonlySet<string>;
  /** Of imports and exports, static or not. */
  readonly modules: ReadonlySet<string>;
  /** What is called, as written. */
  readonly calls: ReadonlySet<string>;
  /** Kinds of the statements on top. */
  readonly statements: readonly string[];
  /** Values of literals of text. */
  readonly texts: readonly string[];
  /** Faults of syntax. */
  readonly faults: readonly string[];
}

export function codeFacts(path: string, text: string): CodeFacts {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const identifiers = new Set<string>();
  const modules = new Set<string>();
  const calls = new Set<string>();
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) identifiers.add(node.text);
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) modules.add(node.moduleSpecifier.getText());
    if (ts.isImportTypeNode(node)) modules.add(node.argument.getText());
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      calls.add(node.expression.getText());
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) modules.add(node.arguments?.[0]?.getText() ?? '');
    }
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  // The compiler keeps what the parser found to itself.
  const { parseDiagnostics = [] } = file as ts.SourceFile & { readonly parseDiagnostics?: readonly ts.Diagnostic[] };
  return {
    identifiers,
    modules,
    calls,
    statements: file.statements.map(({ kind }) => ts.SyntaxKind[kind]),
    texts,
    faults: parseDiagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
  };
}

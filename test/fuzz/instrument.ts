import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/** Lets every branch of our own code say that it is taken, by a call of `fuzzHit`. Libraries are left as they are. */
export function countBranches(): { readonly plugin: Plugin; branches(): number } {
  let next = 0;
  const plugin: Plugin = {
    name: 'count-branches',
    setup(build) {
      build.onLoad({ filter: /(?:generator|templates)[\\/].*\.ts$/ }, ({ path }) => {
        const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
        const { transformed } = ts.transform(source, [
          (context) => (root) => ts.visitEachChild(root, (node) => visit(node, context, () => next++), context),
        ]);
        return { contents: ts.createPrinter().printFile(transformed[0] ?? source), loader: 'ts' };
      });
    },
  };
  return { plugin, branches: () => next };
}

function visit(node: ts.Node, context: ts.TransformationContext, claim: () => number): ts.Node {
  const { factory } = context;
  const count = (): ts.Expression =>
    factory.createCallExpression(factory.createIdentifier('fuzzHit'), undefined, [factory.createNumericLiteral(claim())]);
  const counted = (expression: ts.Expression): ts.Expression =>
    factory.createParenthesizedExpression(factory.createComma(count(), factory.createParenthesizedExpression(expression)));
  const seen = ts.isTypeNode(node) ? node : ts.visitEachChild(node, (child) => visit(child, context, claim), context);
  if (ts.isBlock(seen)) return factory.updateBlock(seen, [factory.createExpressionStatement(count()), ...seen.statements]);
  if (ts.isCaseClause(seen))
    return factory.updateCaseClause(seen, seen.expression, [factory.createExpressionStatement(count()), ...seen.statements]);
  if (ts.isIfStatement(seen) && !ts.isBlock(seen.thenStatement)) {
    const then = factory.createBlock([factory.createExpressionStatement(count()), seen.thenStatement]);
    return factory.updateIfStatement(seen, seen.expression, then, seen.elseStatement);
  }
  if (ts.isConditionalExpression(seen)) {
    return factory.updateConditionalExpression(
      seen,
      seen.condition,
      seen.questionToken,
      counted(seen.whenTrue),
      seen.colonToken,
      counted(seen.whenFalse),
    );
  }
  if (ts.isArrowFunction(seen) && !ts.isBlock(seen.body)) {
    return factory.updateArrowFunction(
      seen,
      seen.modifiers,
      seen.typeParameters,
      seen.parameters,
      seen.type,
      seen.equalsGreaterThanToken,
      counted(seen.body),
    );
  }
  const lazy = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken];
  if (ts.isBinaryExpression(seen) && lazy.includes(seen.operatorToken.kind)) {
    return factory.updateBinaryExpression(seen, seen.left, seen.operatorToken, counted(seen.right));
  }
  return seen;
}

import type { FunctionDeclarationStructure } from 'ts-morph';
import { ownComment } from './doc-comment.js';
import type { Imports } from './imports.js';
import type { PlainMember } from './plain-value.js';
import type { Checks } from './print-checks.js';
import type { Statement } from './print-source.js';
import { StructureKind, VariableDeclarationKind } from './ts-morph.js';

/** `validateX`, `isX`, `assertX` and `XSchema` of one interface. */
export function printValidators(type: string, members: readonly PlainMember[], checks: Checks, imports: Imports): Statement[] {
  const validate = `validate${type}`;
  const issues = imports.type('Issues', 'runtime/checks');
  const standardSchema = imports.value('standardSchema', 'runtime/checks');
  const throwIssues = imports.value('throwIssues', 'runtime/checks');
  return [
    {
      kind: StructureKind.Function,
      name: validate,
      isExported: true,
      parameters: [{ name: 'input', type: 'unknown' }],
      returnType: issues,
      statements: checks.printBody(members),
      docs: ownComment(`All that keeps a value from being a {@link ${type}}, or \`undefined\`.`),
    },
    {
      kind: StructureKind.Function,
      name: `is${type}`,
      isExported: true,
      parameters: [{ name: 'input', type: 'unknown' }],
      returnType: `input is ${type}`,
      statements: [`return ${validate}(input) === undefined;`],
    },
    {
      kind: StructureKind.Function,
      name: `assert${type}`,
      isExported: true,
      parameters: [{ name: 'input', type: 'unknown' }],
      returnType: `asserts input is ${type}`,
      statements: [`${throwIssues}(${validate}(input));`],
      docs: ownComment('@throws {ValidationError} With all issues.'),
    },
    {
      kind: StructureKind.VariableStatement,
      isExported: true,
      declarationKind: VariableDeclarationKind.Const,
      declarations: [
        {
          name: `${type}Schema`,
          initializer: `/* @__PURE__ */ ${standardSchema}<${type}>(${validate})`,
        },
      ],
    },
  ];
}

/** The functions that the validators of a module call. */
export function printCheckFunctions(checks: Checks, imports: Imports): FunctionDeclarationStructure[] {
  return checks.functions().map(({ name, body }) => {
    const issues = imports.type('Issues', 'runtime/checks');
    return {
      kind: StructureKind.Function,
      name,
      parameters: [
        { name: 'issues', type: issues },
        { name: 'input', type: 'unknown' },
      ],
      returnType: issues,
      statements: [...body],
    };
  });
}

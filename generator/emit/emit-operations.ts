import type { ApiPage, Operation } from '../model/api.js';
import { ownComment, pageComment, verbComment } from './doc-comment.js';
import { createImports, type Imports } from './imports.js';
import { knownMembers } from './known-members.js';
import { createLiteralLists } from './literal-lists.js';
import { modulePath } from './module-path.js';
import { createModuleScope, pascalCase, type Scope } from './names.js';
import { printOperationFacts } from './operation-facts.js';
import { buildInput, buildOutput } from './operation-input.js';
import type { PlainMember } from './plain-value.js';
import { createChecks } from './print-checks.js';
import { printTable } from './print-type.js';
import { printShape } from './print-shape.js';
import { printSource, type Statement } from './print-source.js';
import { printCheckFunctions, printValidators } from './print-validators.js';
import type { SourceFile } from './source-file.js';
import { StructureKind, VariableDeclarationKind } from './ts-morph.js';

/** One operation with what users give and get. */
interface Verb {
  readonly operation: Operation;
  /** As in the call chain: `post`. */
  readonly verb: string;
  readonly inputType: string;
  readonly outputType: string;
  /** Of a table of errors. */
  readonly failureType: string;
  readonly input: readonly PlainMember[];
  readonly output: readonly PlainMember[];
}

/** The module of a page of operations: types, validators, facts and a function per verb, and the interface of its node in the chain. */
export function emitOperations(page: ApiPage): SourceFile {
  const path = modulePath(page.file);
  const imports = createImports(path);
  const scope = createModuleScope();
  const verbs = page.operations.map((operation) => planVerb(operation, scope));
  const tables = verbs.map(({ input }) => input);
  const lists = createLiteralLists(tables, scope);
  const checks = createChecks(tables, { imports, lists, scope });
  const validators = verbs.map((verb) => printValidators(verb.inputType, verb.input, checks, imports));
  const body = [
    ...verbs.flatMap((verb) => [...printInput(verb, imports), ...printOutput(verb, imports)]),
    ...lists.declarations,
    ...printCheckFunctions(checks, imports),
    ...verbs.flatMap((verb, index) => [...(validators[index] ?? []), printFacts(verb, imports), ...printFunction(verb, imports)]),
    printNode(page, verbs, imports),
  ];
  return printSource(`${path}.ts`, [...imports.print(), ...body]);
}

function planVerb(operation: Operation, scope: Scope): Verb {
  const verb = operation.method.toLowerCase();
  const inputType = scope.claim(`${pascalCase(verb)}Input`);
  const outputType = scope.claim(`${pascalCase(verb)}Output`);
  const failureType = scope.claim(`${outputType}Failure`);
  return {
    operation,
    verb,
    inputType,
    outputType,
    failureType,
    input: buildInput(operation, inputType, scope),
    output: buildOutput(operation, outputType, scope),
  };
}

function printInput({ inputType, input, verb }: Verb, imports: Imports): Statement[] {
  return printTable(inputType, input, { imports, input: true }, ownComment(`What {@link ${functionName(verb)}} takes.`));
}

function printOutput({ outputType, failureType, output, operation: { answer }, verb }: Verb, imports: Imports): Statement[] {
  const docs = ownComment(`What {@link ${functionName(verb)}} answers.`);
  if (answer.kind === 'fields') return printTable(outputType, output, { imports, input: false }, docs);
  const type = { empty: 'undefined', stream: 'ReadableStream<Uint8Array>', redirect: 'URL' }[answer.kind];
  return [
    { kind: StructureKind.TypeAlias, name: outputType, isExported: true, type, docs },
    // A table of errors describes what arrives instead of the file; it is read, and thrown as an error.
    ...(output.length > 0
      ? printTable(failureType, output, { imports, input: false }, ownComment('What arrives instead of the file on failure.'))
      : []),
  ];
}

function printFacts({ verb, inputType, operation, output }: Verb, imports: Imports): Statement {
  const shape = operation.answer.kind === 'fields' && output.length > 0 ? printShape(knownMembers(output)) : undefined;
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [
      {
        name: `${verb}Operation`,
        type: imports.type('Operation', 'runtime/operation'),
        initializer: printOperationFacts(operation, { imports, validate: `validate${inputType}`, shape }),
      },
    ],
    docs: ownComment(`The facts of {@link ${functionName(verb)}} that the runtime works from.`),
    leadingTrivia: '\n',
  };
}

function printFunction({ verb, inputType, outputType, input, operation }: Verb, imports: Imports): Statement[] {
  const isOptional = input.every(({ optional }) => optional);
  const isRedirect = operation.answer.kind === 'redirect';
  const options = { name: 'options', hasQuestionToken: true, type: isRedirect ? '' : imports.type('CallOptions', 'runtime/operation') };
  const name = functionName(verb);
  const call = isRedirect
    ? `${imports.value('redirectUrl', 'runtime/redirect-url')}(merchant, ${verb}Operation, input)`
    : `${imports.value('call', 'runtime/call')}<${outputType}>(merchant, ${verb}Operation, input, options)`;
  return [
    {
      kind: StructureKind.Function,
      name,
      isExported: name === verb,
      isAsync: isRedirect,
      parameters: [
        { name: 'merchant', type: imports.type('Merchant', 'runtime/operation') },
        { name: 'input', type: inputType, ...(isOptional && { initializer: '{}' }) },
        ...(isRedirect ? [] : [options]),
      ],
      returnType: `Promise<${isRedirect ? outputType : `${imports.type('Result', 'runtime/operation')}<${outputType}>`}>`,
      statements: [`return ${call};`],
      docs: pageComment(operation),
    },
    ...(name === verb ? [] : [`export { ${name}, ${name} as ${verb} };`]),
  ];
}

/** The node of the page in the call chain, without the merchant that it belongs to. */
function printNode(page: ApiPage, verbs: readonly Verb[], imports: Imports): Statement {
  return {
    kind: StructureKind.Interface,
    name: 'Verbs',
    isExported: true,
    properties: verbs.map((verb) => ({ name: verb.verb, type: verbType(verb, imports), docs: verbComment(verb.operation) })),
    docs: ownComment(`The node of \`${page.operations[0]?.template ?? ''}\` in the call chain.`),
  };
}

function verbType({ inputType, outputType, input, operation }: Verb, imports: Imports): string {
  const isOptional = input.every(({ optional }) => optional);
  if (operation.answer.kind === 'redirect') return `(input${isOptional ? '?' : ''}: ${inputType}) => Promise<${outputType}>`;
  return `${imports.type(isOptional ? 'VerbWithoutInput' : 'Verb', 'runtime/operation')}<${inputType}, ${outputType}>`;
}

/** `delete` is no name of a function; it is exported as such all the same. */
function functionName(verb: string): string {
  return verb === 'delete' ? 'delete_' : verb;
}

import { checkKey, recurringObjects } from './check-key.js';
import { stringLiteral, typeKey } from './escape.js';
import type { Imports } from './imports.js';
import type { LiteralLists } from './literal-lists.js';
import { pascalCase, variableName, type Scope } from './names.js';
import type { PlainMember, PlainValue, Scalar } from './plain-value.js';

/** Prints the checks of the values of one module: straight-line code that allocates nothing until the first failure. */
export interface Checks {
  /** The body of a function that gets an object as `input` and returns the list of issues or `undefined`. */
  printBody(members: readonly PlainMember[]): string[];
  /** The functions that the bodies printed so far call; their parameters are `outer`, `pointer` and `input`. */
  functions(): readonly CheckFunction[];
}

export interface CheckFunction {
  readonly name: string;
  readonly body: readonly string[];
}

/** What the checks of one module share. */
interface Module {
  readonly imports: Imports;
  readonly lists: LiteralLists;
  /** Names of the module. */
  readonly scope: Scope;
  /** Keys of the objects that a function of their own checks. */
  readonly recurring: ReadonlySet<string>;
  /** By key of the value that they check. */
  readonly functions: Map<string, { readonly name: string; body: readonly string[] }>;
}

/** A function being printed. */
interface Body extends Module {
  /** Names of its variables. */
  readonly variables: Scope;
}

/** A value under test. */
interface Subject {
  /** The expression that reads it. */
  readonly value: string;
  readonly optional: boolean;
  /** JSON Pointer, seen from the value that the function is given. */
  readonly pointer: string;
  /** Of the row, for the function that checks it. */
  readonly name: string;
}

/** How a value that is no list and has no rows is told from a wrong one, and what notes it in the issues. */
const scalarChecks: Readonly<Record<Scalar, { readonly isWrong: (value: string, imports: Imports) => string; readonly wrong: string }>> = {
  string: { isWrong: (value) => `typeof ${value} !== 'string'`, wrong: 'notString' },
  number: { isWrong: (value) => `!Number.isFinite(${value})`, wrong: 'notNumber' },
  integer: { isWrong: (value) => `!Number.isInteger(${value})`, wrong: 'notInteger' },
  boolean: { isWrong: (value) => `typeof ${value} !== 'boolean'`, wrong: 'notBoolean' },
  numeric: { isWrong: (value, imports) => `!${imports.value('isNumeric', 'runtime/checks')}(${value})`, wrong: 'notNumber' },
  file: { isWrong: (value, imports) => `!${imports.value('isUploadFile', 'runtime/upload-file')}(${value})`, wrong: 'notFile' },
  undocumented: { isWrong: (value, imports) => `!${imports.value('isObject', 'runtime/checks')}(${value})`, wrong: 'notObject' },
};

/** Up to so many values are compared one by one, which is faster than a search in their list. */
const fewValues = 8;

/** @param tables members of everything that will be checked */
export function createChecks(tables: readonly (readonly PlainMember[])[], facts: Pick<Module, 'imports' | 'lists' | 'scope'>): Checks {
  const module: Module = { ...facts, recurring: recurringObjects(tables), functions: new Map() };
  return {
    printBody(members) {
      const checks = checkMembers('input', members, '', { ...module, variables: module.scope.inner() });
      const guard = `if (!${objectGuard(members, module)}(input)) return ${runtime('notObject', module)}(undefined, '', input);`;
      return checks.length === 0 ? [guard, 'return undefined;'] : [guard, declareIssues(module), ...checks, 'return issues;'];
    },
    functions: () => [...module.functions.values()],
  };
}

/** Members are read once and together: for each read the compiler searches all lines above it for what is known of the object. */
function checkMembers(object: string, members: readonly PlainMember[], around: string, body: Body): string[] {
  const read = members.map((member) => ({ ...member, variable: body.variables.claim(variableName(member.name)) }));
  return [
    ...readMembers(object, read, body),
    ...read.flatMap(({ name, optional, value, variable }) => {
      const pointer = `${around}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return checkValue(value, { value: variable, optional, pointer, name: pascalCase(name) }, body);
    }),
  ];
}

/** A member, and the variable that it is read into. */
interface ReadMember {
  readonly name: string;
  readonly variable: string;
}

/** Every object inherits some names, so that only its own members count. */
function readMembers(object: string, members: readonly ReadMember[], body: Body): string[] {
  const isInherited = ({ name }: ReadMember): boolean => name in Object.prototype;
  const pattern = members
    .filter((member) => !isInherited(member))
    .map(({ name, variable }) => (name === variable ? name : `${typeKey(name)}: ${variable}`));
  return [
    ...(pattern.length > 0 ? [`const { ${pattern.join(', ')} } = ${object};`] : []),
    ...members
      .filter(isInherited)
      .map(({ name, variable }) => `const ${variable} = ${runtime('ownMember', body)}(${object}, ${stringLiteral(name)});`),
  ];
}

function checkValue(plain: PlainValue, subject: Subject, body: Body): string[] {
  const { value, optional } = subject;
  const whenPresent = optional ? `${value} !== undefined && ` : '';
  switch (plain.kind) {
    case 'literals': {
      const list = body.lists.print(plain.values);
      if (plain.values.length <= fewValues)
        return [`if (${whenPresent}${differs(value, plain.values)}) ${note('failEnum', subject, body, list)}`];
      return [orAbsent(subject, note('checkOneOf', subject, body, list))];
    }
    case 'object':
      if (!body.recurring.has(checkKey(plain))) return checkObject(plain.members, subject, body);
      return [orAbsent(subject, callFunction(plain, subject, body))];
    case 'list':
      return [orAbsent(subject, plain.of.kind === 'string' ? note('checkStrings', subject, body) : callFunction(plain, subject, body))];
    case 'either':
      return [orAbsent(subject, callFunction(plain, subject, body))];
    default: {
      const { isWrong, wrong } = scalarChecks[plain.kind];
      return [`if (${whenPresent}${isWrong(value, body.imports)}) ${note(wrong, subject, body)}`];
    }
  }
}

function differs(value: string, values: readonly (string | number | boolean)[]): string {
  return values.map((allowed) => `${value} !== ${typeof allowed === 'string' ? stringLiteral(allowed) : String(allowed)}`).join(' && ');
}

function checkObject(members: readonly PlainMember[], subject: Subject, body: Body): string[] {
  return [
    `if (${objectGuard(members, body)}(${subject.value})) {`,
    ...indent(checkMembers(subject.value, members, subject.pointer, body)),
    `} else ${orAbsent(subject, note('notObject', subject, body))}`,
  ];
}

/** Lines that stand where prettier puts them need not be formatted (output/settled.ts). */
function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function orAbsent({ value, optional }: Subject, statement: string): string {
  return optional ? `if (${value} !== undefined) ${statement}` : statement;
}

/** A call of the runtime that may add to the issues. */
function note(name: string, subject: Subject, module: Module, ...more: string[]): string {
  return `issues = ${runtime(name, module)}(${['issues', stringLiteral(subject.pointer), subject.value, ...more].join(', ')});`;
}

function callFunction(plain: PlainValue, { value, pointer, name }: Subject, body: Body): string {
  return `issues = ${functionOf(plain, name, body)}(issues, ${stringLiteral(pointer)}, ${value});`;
}

/** The name of the function that checks a value wherever it stands; equal values share one. */
function functionOf(plain: PlainValue, name: string, module: Module): string {
  const key = checkKey(plain);
  const known = module.functions.get(key);
  if (known) return known.name;
  const made = { name: module.scope.claim(`check${name}`), body: [] as readonly string[] };
  module.functions.set(key, made);
  made.body = functionBody(plain, name, { ...module, variables: module.scope.inner() });
  return made.name;
}

function functionBody(plain: PlainValue, name: string, body: Body): string[] {
  switch (plain.kind) {
    case 'list':
      return [`if (!Array.isArray(input)) return ${runtime('notList', body)}(outer, pointer, input);`, ...checkItems(plain.of, name, body)];
    case 'object':
      return [
        `if (!${objectGuard(plain.members, body)}(input)) return ${runtime('notObject', body)}(outer, pointer, input);`,
        ...nestIssues(checkMembers('input', plain.members, '', body), body),
      ];
    case 'either':
      return checkEither(plain.of, name, body);
    default:
      return nestIssues(checkValue(plain, { value: 'input', optional: false, pointer: '', name }, body), body);
  }
}

/** The pointer of an item is only written where something is wrong. */
function checkItems(element: PlainValue, name: string, body: Body): string[] {
  return [
    'for (let index = 0; index < input.length; index += 1) {',
    ...indent([
      'const item: unknown = input[index];',
      declareIssues(body),
      ...checkValue(element, { value: 'item', optional: false, pointer: '', name: `${name}Item` }, body),
      `if (issues !== undefined) outer = ${runtime('nest', body)}(outer, \`\${pointer}/\${index}\`, issues);`,
    ]),
    '}',
    'return outer;',
  ];
}

function nestIssues(checks: readonly string[], body: Body): string[] {
  return [declareIssues(body), ...checks, `return ${runtime('nest', body)}(outer, pointer, issues);`];
}

/** A list or an object is told apart by its look; of other shapes the one with the fewest issues was meant. */
function checkEither(shapes: readonly PlainValue[], name: string, body: Body): string[] {
  const list = shapes.find((shape) => shape.kind === 'list');
  const members = shapes.flatMap((shape) => (shape.kind === 'object' ? shape.members : []));
  if (list && members.length > 0) {
    return [
      `if (Array.isArray(input)) return ${functionOf(list, name, body)}(outer, pointer, input);`,
      `if (!${objectGuard(members, body)}(input)) return ${runtime('notListOrObject', body)}(outer, pointer, input);`,
      ...nestIssues(checkMembers('input', members, '', body), body),
    ];
  }
  const attempts = shapes.map((shape) => `${functionOf(shape, name, body)}(undefined, '', input)`);
  return [`return ${runtime('nest', body)}(outer, pointer, ${runtime('fewest', body)}([${attempts.join(', ')}]));`];
}

function declareIssues({ imports }: Module): string {
  return `let issues: ${imports.type('Issues', 'runtime/checks')};`;
}

/** The guard of an object: a required member, which no list has, saves asking whether it is a list. Lists have numbers as members too. */
function objectGuard(members: readonly PlainMember[], module: Module): string {
  const tells = members.some(({ name, optional }) => !optional && !(name in Array.prototype) && !/^\d+$/.test(name));
  return runtime(tells ? 'hasMembers' : 'isObject', module);
}

function runtime(name: string, { imports }: Module): string {
  return imports.value(name, 'runtime/checks');
}

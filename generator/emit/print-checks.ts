import { checkKey, recurringObjects } from './check-key.js';
import { memberOf, stringLiteral } from './escape.js';
import type { Imports } from './imports.js';
import type { LiteralLists } from './literal-lists.js';
import { camelCase, pascalCase, type Scope } from './names.js';
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

/** Checks of the runtime, by what follows `require` and `allow` in their names. */
const scalarChecks: Readonly<Record<Scalar, string>> = {
  string: 'String',
  number: 'Number',
  integer: 'Integer',
  boolean: 'Boolean',
  numeric: 'Numeric',
  file: 'File',
  undocumented: 'Object',
};

/** Up to so many values are compared one by one, which is faster than a search in their list. */
const fewValues = 8;

/** @param tables members of everything that will be checked */
export function createChecks(tables: readonly (readonly PlainMember[])[], facts: Pick<Module, 'imports' | 'lists' | 'scope'>): Checks {
  const module: Module = { ...facts, recurring: recurringObjects(tables), functions: new Map() };
  return {
    printBody(members) {
      const checks = checkMembers('input', members, '', { ...module, variables: module.scope.inner() });
      const guard = `if (!${isObject(module)}(input)) return ${fail(module)}(undefined, '', input, 'an object');`;
      return checks.length === 0 ? [guard, 'return undefined;'] : [guard, declareIssues(module), ...checks, 'return issues;'];
    },
    functions: () => [...module.functions.values()],
  };
}

function checkMembers(object: string, members: readonly PlainMember[], around: string, body: Body): string[] {
  return members.flatMap(({ name, optional, value }) => {
    const pointer = `${around}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const subject = { value: readMember(object, name, body), optional, pointer, name: pascalCase(name) };
    if (!isReadTwice(value, body)) return checkValue(value, subject, body);
    const variable = body.variables.claim(camelCase(name));
    return [`const ${variable} = ${subject.value};`, ...checkValue(value, { ...subject, value: variable }, body)];
  });
}

/** Every object inherits some names, so that only its own members count. */
function readMember(object: string, name: string, { imports }: Module): string {
  if (!(name in Object.prototype)) return memberOf(object, name);
  return `${imports.value('ownMember', 'runtime/checks')}(${object}, ${stringLiteral(name)})`;
}

function isReadTwice(value: PlainValue, module: Module): boolean {
  if (value.kind === 'literals') return value.values.length <= fewValues;
  return value.kind === 'object' && !module.recurring.has(checkKey(value));
}

function checkValue(plain: PlainValue, subject: Subject, body: Body): string[] {
  if (plain.kind === 'literals' && plain.values.length <= fewValues) return [compareValues(plain.values, subject, body)];
  if (plain.kind === 'object' && !body.recurring.has(checkKey(plain))) return checkObject(plain.members, subject, body);
  const call = (check: string, ...more: string[]): string => `issues = ${check}(${['issues', ...placeOf(subject), ...more].join(', ')});`;
  const verb = subject.optional ? 'allow' : 'require';
  switch (plain.kind) {
    case 'literals':
      return [call(body.imports.value(`${verb}OneOf`, 'runtime/checks'), body.lists.print(plain.values))];
    case 'list':
      return [call(body.imports.value(`${verb}List`, 'runtime/checks'), functionOf(plain.of, `${subject.name}Item`, body))];
    case 'object':
    case 'either':
      return [`${subject.optional ? `if (${subject.value} !== undefined) ` : ''}${call(functionOf(plain, subject.name, body))}`];
    default:
      return [call(scalarCheck(plain.kind, verb, body))];
  }
}

function compareValues(values: readonly (string | number | boolean)[], subject: Subject, { imports, lists }: Body): string {
  const differs = values.map((value) => `${subject.value} !== ${typeof value === 'string' ? stringLiteral(value) : String(value)}`);
  const isWrong = [...(subject.optional ? [`${subject.value} !== undefined`] : []), ...differs].join(' && ');
  const failEnum = imports.value('failEnum', 'runtime/checks');
  return `if (${isWrong}) issues = ${failEnum}(${['issues', ...placeOf(subject), lists.print(values)].join(', ')});`;
}

function checkObject(members: readonly PlainMember[], subject: Subject, body: Body): string[] {
  return [
    `if (${isObject(body)}(${subject.value})) {`,
    ...checkMembers(subject.value, members, subject.pointer, body),
    `} else ${subject.optional ? `if (${subject.value} !== undefined) ` : ''}issues = ${fail(body)}(issues, ${placeOf(subject).join(', ')}, 'an object');`,
  ];
}

/** Where a value stands, and the value, as the checks of the runtime take them. */
function placeOf({ pointer, value }: Subject): string[] {
  return [stringLiteral(pointer), value];
}

function scalarCheck(kind: Scalar, verb: 'allow' | 'require', { imports }: Module): string {
  return imports.value(verb + scalarChecks[kind], kind === 'file' ? 'runtime/check-file' : 'runtime/checks');
}

/** The name of the function that checks a value wherever it stands; equal values share one. */
function functionOf(plain: PlainValue, name: string, module: Module): string {
  if (isScalar(plain)) return scalarCheck(plain.kind, 'require', module);
  const key = checkKey(plain);
  const known = module.functions.get(key);
  if (known) return known.name;
  const made = { name: module.scope.claim(`check${name}`), body: [] as readonly string[] };
  module.functions.set(key, made);
  made.body = functionBody(plain, name, { ...module, variables: module.scope.inner() });
  return made.name;
}

function isScalar(plain: PlainValue): plain is Extract<PlainValue, { kind: Scalar }> {
  return plain.kind in scalarChecks;
}

function functionBody(plain: Exclude<PlainValue, { kind: Scalar }>, name: string, body: Body): string[] {
  switch (plain.kind) {
    case 'literals':
      return [`return ${body.imports.value('requireOneOf', 'runtime/checks')}(outer, pointer, input, ${body.lists.print(plain.values)});`];
    case 'list':
      return [checkWholeList(plain.of, name, body)];
    case 'object':
      return [
        `if (!${isObject(body)}(input)) return ${fail(body)}(outer, pointer, input, 'an object');`,
        ...checkWholeObject(plain.members, body),
      ];
    case 'either':
      return checkEither(plain.of, name, body);
  }
}

function checkWholeList(element: PlainValue, name: string, body: Body): string {
  const check = functionOf(element, `${name}Item`, body);
  return `return ${body.imports.value('requireList', 'runtime/checks')}(outer, pointer, input, ${check});`;
}

function checkWholeObject(members: readonly PlainMember[], body: Body): string[] {
  const nest = body.imports.value('nest', 'runtime/checks');
  return [declareIssues(body), ...checkMembers('input', members, '', body), `return ${nest}(outer, pointer, issues);`];
}

/** A list or an object is told apart by its look; of mutually exclusive objects the one with the fewest issues was meant. */
function checkEither(shapes: readonly PlainValue[], name: string, body: Body): string[] {
  const list = shapes.find((shape) => shape.kind === 'list');
  const objects = shapes.filter((shape) => shape.kind === 'object');
  if (list && objects.length > 0) {
    return [
      `if (Array.isArray(input)) ${checkWholeList(list.of, name, body)}`,
      `if (!${isObject(body)}(input)) return ${fail(body)}(outer, pointer, input, 'a list or an object');`,
      ...checkWholeObject(
        objects.flatMap(({ members }) => members),
        body,
      ),
    ];
  }
  const nest = body.imports.value('nest', 'runtime/checks');
  const attempts = shapes.map((shape) => `${functionOf(shape, name, body)}(undefined, '', input)`);
  return [`return ${nest}(outer, pointer, ${body.imports.value('fewest', 'runtime/checks')}([${attempts.join(', ')}]));`];
}

function declareIssues({ imports }: Module): string {
  return `let issues: ${imports.type('Issues', 'runtime/checks')};`;
}

function isObject({ imports }: Module): string {
  return imports.value('isObject', 'runtime/checks');
}

function fail({ imports }: Module): string {
  return imports.value('fail', 'runtime/checks');
}

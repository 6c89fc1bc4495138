import { checkKey, recurringValues } from './check-key.js';
import { stringLiteral, typeKey } from './escape.js';
import type { Imports } from './imports.js';
import { fewValues, type LiteralLists } from './literal-lists.js';
import { pascalCase, variableName, type Scope } from './names.js';
import type { PlainMember, PlainObject, PlainValue, Scalar } from './plain-value.js';

/** Prints the checks of the values of one module: straight-line code that allocates nothing until the first failure. */
export interface Checks {
  /** The body of a function that gets an object as `input` and returns the list of issues or `undefined`. */
  printBody(members: readonly PlainMember[]): string[];
  /** The functions that the bodies printed so far call; their parameters are `issues` and `input`, and they return `issues`. */
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
  /** Keys of the objects and lists that occur more than once: their pointers begin at themselves. */
  readonly recurring: ReadonlySet<string>;
  /** By key of the value that they check. */
  readonly functions: Map<string, { readonly name: string; body: readonly string[] }>;
}

/** A function being printed. */
interface Body extends Module {
  /** Names of its variables. */
  readonly variables: Scope;
  /** The variable that the issues are gathered in. */
  readonly issues: 'issues' | 'wrong';
  /** Members of the largest object around, as far as the same function checks it. */
  readonly width: number;
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

/** @param tables members of everything that will be checked */
export function createChecks(tables: readonly (readonly PlainMember[])[], facts: Pick<Module, 'imports' | 'lists' | 'scope'>): Checks {
  const module: Module = { ...facts, recurring: recurringValues(tables), functions: new Map() };
  return {
    printBody(members) {
      const checks = checkMembers('input', members, '', { ...module, variables: module.scope.inner(), issues: 'issues', width: 0 });
      const guard = `if (!${objectGuard(members, module)}(input)) return ${runtime('notObject', module)}(undefined, '', input);`;
      return checks.length === 0 ? [guard, 'return undefined;'] : [guard, declareIssues('issues', module), ...checks, 'return issues;'];
    },
    functions: () => [...module.functions.values()],
  };
}

/** Members are read once and together: for each read the compiler searches all lines above it for what is known of the object. */
function checkMembers(object: string, members: readonly PlainMember[], around: string, outer: Body): string[] {
  const body = { ...outer, width: Math.max(outer.width, members.length) };
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
    case 'literals':
      if (plain.values.length <= fewValues) return checkListed(plain.values, subject, body);
      return [orAbsent(subject, note('checkOneOf', subject, body, body.lists.print(plain.values)))];
    case 'object':
    case 'list':
    case 'either':
      if (isCheckedInPlace(plain, body)) return checkObject(plain.members, subject, body);
      if (plain.kind === 'list' && plain.of.kind === 'string') return [orAbsent(subject, note('checkStrings', subject, body))];
      return [orAbsent(subject, callFunction(plain, subject, body))];
    default: {
      const { isWrong, wrong } = scalarChecks[plain.kind];
      return [`if (${whenPresent}${isWrong(value, body.imports)}) ${note(wrong, subject, body)}`];
    }
  }
}

/**
 * The type is asked for first: a comparison that has once seen a value of another type is slow for good, because V8 then compares in a way
 * that works for all of them.
 */
function checkListed(values: readonly (string | number | boolean)[], subject: Subject, body: Body): string[] {
  const { value, optional } = subject;
  const [type, ...otherTypes] = new Set(values.map((each) => typeof each));
  const differs = values.map((each) => `${value} !== ${printLiteral(each)}`).join(' && ');
  const isWrong = otherTypes.length > 0 ? differs : `typeof ${value} !== '${String(type)}' || ${differs}`;
  return [`if (${optional ? `${value} !== undefined && (${isWrong})` : isWrong}) ${noteUnlisted(values, subject, body)}`];
}

/** What would be right is one text: a list would cost the compiler more than the rest of the line. */
function noteUnlisted(values: readonly (string | number | boolean)[], subject: Subject, body: Body): string {
  const expected = values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
  const type = typeof values[0];
  return note('notListed', subject, body, stringLiteral(expected), ...(type === 'string' ? [] : [stringLiteral(type)]));
}

function printLiteral(value: string | number | boolean): string {
  return typeof value === 'string' ? stringLiteral(value) : String(value);
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

/**
 * Objects that occur once are checked where they stand, which saves a call, unless they are large and stand in a large one: for each read
 * of a variable the compiler goes back through all lines before it, so that its time grows with the square of their number.
 */
function isCheckedInPlace(plain: PlainValue, { recurring, width }: Body): plain is PlainObject {
  return plain.kind === 'object' && (width < manyMembers || plain.members.length < manyMembers) && !recurring.has(checkKey(plain));
}

const manyMembers = 5;

/** A call of the runtime that may add to the issues. */
function note(name: string, subject: Subject, body: Body, ...more: string[]): string {
  const { issues } = body;
  return `${issues} = ${runtime(name, body)}(${[issues, stringLiteral(subject.pointer), subject.value, ...more].join(', ')});`;
}

function callFunction(plain: PlainValue, subject: Subject, body: Body): string {
  const { issues } = body;
  const { value, pointer } = subject;
  if (!body.recurring.has(checkKey(plain))) return `${issues} = ${functionOf(plain, subject, body)}(${issues}, ${value});`;
  const check = functionOf(plain, { ...subject, pointer: '' }, body);
  return `${issues} = ${runtime('nest', body)}(${issues}, ${stringLiteral(pointer)}, ${check}(undefined, ${value}));`;
}

/** The name of the function that checks a value; what recurs shares one. */
function functionOf(plain: PlainValue, { name, pointer }: Pick<Subject, 'name' | 'pointer'>, module: Module): string {
  const key = `${pointer} ${checkKey(plain)}`;
  const known = module.functions.get(key);
  if (known) return known.name;
  const made = { name: module.scope.claim(`check${name}`), body: [] as readonly string[] };
  module.functions.set(key, made);
  made.body = functionBody(plain, { name, pointer }, { ...module, variables: module.scope.inner(), issues: 'issues', width: 0 });
  return made.name;
}

function functionBody(plain: PlainValue, { name, pointer }: Pick<Subject, 'name' | 'pointer'>, body: Body): string[] {
  switch (plain.kind) {
    case 'list':
      return checkList(plain.of, { name, pointer }, body);
    case 'object':
      return [
        `if (!${objectGuard(plain.members, body)}(input)) return ${noteInput('notObject', pointer, body)};`,
        ...checkMembers('input', plain.members, pointer, body),
        'return issues;',
      ];
    case 'either':
      return checkEither(plain.of, { name, pointer }, body);
    default:
      return [...checkValue(plain, { value: 'input', optional: false, pointer, name }, body), 'return issues;'];
  }
}

function noteInput(name: string, pointer: string, module: Module): string {
  return `${runtime(name, module)}(issues, ${stringLiteral(pointer)}, input)`;
}

/** The pointer of an item is only written where something is wrong. */
function checkList(element: PlainValue, { name, pointer }: Pick<Subject, 'name' | 'pointer'>, body: Body): string[] {
  return [
    `if (!Array.isArray(input)) return ${noteInput('notList', pointer, body)};`,
    'for (let index = 0; index < input.length; index += 1) {',
    ...indent([
      'const item: unknown = input[index];',
      declareIssues('wrong', body),
      ...checkValue(element, { value: 'item', optional: false, pointer: '', name: `${name}Item` }, { ...body, issues: 'wrong' }),
      `if (wrong !== undefined) issues = ${runtime('nest', body)}(issues, ${stringLiteral(`${pointer}/`)} + index, wrong);`,
    ]),
    '}',
    'return issues;',
  ];
}

/** A list is told from all else by its look; of other shapes the one with the fewest issues was meant. */
function checkEither(shapes: readonly PlainValue[], { name, pointer }: Pick<Subject, 'name' | 'pointer'>, body: Body): string[] {
  const [list, ...moreLists] = shapes.filter((shape) => shape.kind === 'list');
  if (!list || moreLists.length > 0) return [checkFewest(shapes, { name, pointer }, body)];
  const checkIfList = [
    'if (Array.isArray(input)) {',
    `  ${callFunction(list, { value: 'input', optional: false, name, pointer }, body)}`,
    '  return issues;',
    '}',
  ];
  const others = shapes.filter((shape) => shape !== list);
  const [object] = others;
  if (object?.kind !== 'object' || others.length > 1) return [...checkIfList, checkFewest(others, { name, pointer }, body)];
  return [
    ...checkIfList,
    `if (!${objectGuard(object.members, body)}(input)) return ${noteInput('notListOrObject', pointer, body)};`,
    ...checkMembers('input', object.members, pointer, body),
    'return issues;',
  ];
}

function checkFewest(shapes: readonly PlainValue[], { name, pointer }: Pick<Subject, 'name' | 'pointer'>, body: Body): string {
  const attempts = shapes.map((shape) => `${functionOf(shape, { name, pointer: '' }, body)}(undefined, input)`);
  return `return ${runtime('nest', body)}(issues, ${stringLiteral(pointer)}, ${runtime('fewest', body)}([${attempts.join(', ')}]));`;
}

function declareIssues(name: Body['issues'], { imports }: Module): string {
  return `let ${name}: ${imports.type('Issues', 'runtime/checks')};`;
}

/** The guard of an object: a required member, which no list has, saves asking whether it is a list. Lists have numbers as members too. */
function objectGuard(members: readonly PlainMember[], module: Module): string {
  const tells = members.some(({ name, optional }) => !optional && !(name in Array.prototype) && !/^\d+$/.test(name));
  return runtime(tells ? 'hasMembers' : 'isObject', module);
}

function runtime(name: string, { imports }: Module): string {
  return imports.value(name, 'runtime/checks');
}

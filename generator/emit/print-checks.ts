import { memberOf, stringLiteral, templateText } from './escape.js';
import type { Imports } from './imports.js';
import type { LiteralLists } from './literal-lists.js';
import { camelCase, type Scope } from './names.js';
import type { Parts } from './parts.js';
import type { PlainMember, PlainObject, PlainValue, Scalar } from './plain-value.js';

/** What the checks of one module share. */
export interface CheckContext {
  readonly imports: Imports;
  readonly lists: LiteralLists;
  readonly parts: Parts;
  /** Names of the module. */
  readonly scope: Scope;
}

/** A JSON Pointer: its text, with the variables that count through lists. */
type Pointer = readonly (string | { readonly index: string })[];

/** A value under test. */
interface Subject {
  /** The expression that reads it. */
  readonly value: string;
  readonly optional: boolean;
  readonly pointer: Pointer;
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

/**
 * The body of a function that checks its parameter `input`: straight-line code that allocates nothing until the first failure, and
 * returns the list of issues or `undefined`.
 */
export function printChecks({ members }: Pick<PlainObject, 'members'>, context: CheckContext): string[] {
  const isObject = context.imports.value('isObject', 'runtime/validation');
  const fail = context.imports.value('fail', 'runtime/validation');
  const body = { ...context, scope: context.scope.inner() };
  const checks = members.flatMap((member) => checkMember('input', member, [], body));
  const guard = `if (!${isObject}(input)) return ${fail}(undefined, '', input, 'an object');`;
  if (checks.length === 0) return [guard, 'return undefined;'];
  return [guard, `let issues: ${context.imports.type('Issues', 'runtime/validation')};`, ...checks, 'return issues;'];
}

/** The name of the function that checks a part. */
export function partFunction({ name = '' }: PlainObject): string {
  return `check${name}`;
}

function checkMember(object: string, { name, optional, value }: PlainMember, around: Pointer, context: CheckContext): string[] {
  const access = memberOf(object, name);
  const pointer = [...around, `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`];
  if (value.kind in scalarChecks) return checkValue(value, { value: access, optional, pointer }, context);
  const local = context.scope.claim(camelCase(name));
  return [`const ${local} = ${access};`, ...checkValue(value, { value: local, optional, pointer }, context)];
}

function checkValue(plain: PlainValue, subject: Subject, context: CheckContext): string[] {
  switch (plain.kind) {
    case 'literals':
      return checkLiterals(plain.values, subject, context);
    case 'object':
      return checkObject(plain, subject, context);
    case 'list':
      return checkList(plain.of, subject, context);
    case 'either':
      return checkEither(plain.of, subject, context);
    default:
      return [checkScalar(plain.kind, subject, context)];
  }
}

function checkScalar(kind: Scalar, { value, optional, pointer }: Subject, { imports }: CheckContext): string {
  const name = `${optional ? 'allow' : 'require'}${scalarChecks[kind]}`;
  const check = imports.value(name, kind === 'file' ? 'runtime/check-file' : 'runtime/check-value');
  return `issues = ${check}(issues, ${printPointer(pointer)}, ${value});`;
}

function checkLiterals(values: readonly (string | number | boolean)[], subject: Subject, context: CheckContext): string[] {
  const failEnum = context.imports.value('failEnum', 'runtime/validation');
  const isWrong = values.map((value) => `${subject.value} !== ${typeof value === 'string' ? stringLiteral(value) : String(value)}`).join(' && ');
  const list = context.lists.print(values);
  return [`if (${present(subject)}${isWrong}) issues = ${failEnum}(issues, ${printPointer(subject.pointer)}, ${subject.value}, ${list});`];
}

function checkObject(plain: PlainObject, subject: Subject, context: CheckContext): string[] {
  const part = context.parts.find(plain);
  if (part) {
    const found = context.scope.claim(`${camelCase(partFunction(part))}Issues`);
    const nest = context.imports.value('nest', 'runtime/validation');
    const checked = `${partFunction(part)}(${subject.value})`;
    return [
      `const ${found} = ${subject.optional ? `${subject.value} === undefined ? undefined : ` : ''}${checked};`,
      `if (${found} !== undefined) issues = ${nest}(issues, ${printPointer(subject.pointer)}, ${found});`,
    ];
  }
  const isObject = context.imports.value('isObject', 'runtime/validation');
  const members = plain.members.flatMap((member) => checkMember(subject.value, member, subject.pointer, context));
  return whenPresent(subject, [
    `if (!${isObject}(${subject.value})) ${failure(subject, 'an object', context)}`,
    ...(members.length > 0 ? ['else {', ...members, '}'] : []),
  ]);
}

function checkList(element: PlainValue, subject: Subject, context: CheckContext): string[] {
  return whenPresent(subject, [
    `if (!Array.isArray(${subject.value})) ${failure(subject, 'a list', context)}`,
    'else {',
    ...checkElements(element, subject, context),
    '}',
  ]);
}

function checkElements(element: PlainValue, { value, pointer }: Subject, context: CheckContext): string[] {
  const index = context.scope.claim('index');
  const item = context.scope.claim('item');
  const checks = checkValue(element, { value: item, optional: false, pointer: [...pointer, '/', { index }] }, context);
  return [`for (let ${index} = 0; ${index} < ${value}.length; ${index} += 1) {`, `const ${item}: unknown = ${value}[${index}];`, ...checks, '}'];
}

/** A list or an object is told apart by its look; of mutually exclusive objects the one with the fewest issues was meant. */
function checkEither(shapes: readonly PlainValue[], subject: Subject, context: CheckContext): string[] {
  const list = shapes.find((shape) => shape.kind === 'list');
  const objects = shapes.filter((shape) => shape.kind === 'object');
  if (objects.length === 0) {
    return [`if (${present(subject)}(${subject.value} === undefined || ${subject.value} === null)) ${failure(subject, 'a value', context)}`];
  }
  if (!list) {
    const fewest = context.imports.value('fewest', 'runtime/validation');
    const nest = context.imports.value('nest', 'runtime/validation');
    const found = context.scope.claim('shapeIssues');
    const attempts = objects.map((shape) => `${partFunction(context.parts.find(shape) ?? shape)}(${subject.value})`).join(', ');
    return whenPresent(subject, [
      `const ${found} = ${fewest}([${attempts}]);`,
      `if (${found} !== undefined) issues = ${nest}(issues, ${printPointer(subject.pointer)}, ${found});`,
    ]);
  }
  const isObject = context.imports.value('isObject', 'runtime/validation');
  return whenPresent(subject, [
    `if (Array.isArray(${subject.value})) {`,
    ...checkElements(list.of, subject, context),
    `} else if (${isObject}(${subject.value})) {`,
    ...objects.flatMap(({ members }) => members.flatMap((member) => checkMember(subject.value, member, subject.pointer, context))),
    `} else ${failure(subject, 'a list or an object', context)}`,
  ]);
}

function whenPresent({ value, optional }: Subject, checks: readonly string[]): string[] {
  return optional ? [`if (${value} !== undefined) {`, ...checks, '}'] : [...checks];
}

function present({ value, optional }: Subject): string {
  return optional ? `${value} !== undefined && ` : '';
}

function failure({ value, pointer }: Subject, expected: string, { imports }: CheckContext): string {
  return `issues = ${imports.value('fail', 'runtime/validation')}(issues, ${printPointer(pointer)}, ${value}, ${stringLiteral(expected)});`;
}

function printPointer(pointer: Pointer): string {
  const texts = pointer.filter((part) => typeof part === 'string');
  if (texts.length === pointer.length) return stringLiteral(texts.join(''));
  return `\`${pointer.map((part) => (typeof part === 'string' ? templateText(part) : `\${${part.index}}`)).join('')}\``;
}

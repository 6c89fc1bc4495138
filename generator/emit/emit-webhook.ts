import type { ApiPage, Field, Webhook } from '../model/api.js';
import { buildMembers, buildPlainValue, type Reading } from './build-plain-value.js';
import { type Docs, ownComment, pageComment } from './doc-comment.js';
import { stringLiteral } from './escape.js';
import { createImports, type Imports } from './imports.js';
import { knownMembers } from './known-members.js';
import { collectLayers, collectXmlLayers, opensContent, type RuntimeName } from './layers.js';
import { createLiteralLists } from './literal-lists.js';
import { modulePath } from './module-path.js';
import { createModuleScope, eventName, pascalCase, type Scope } from './names.js';
import type { PlainMember } from './plain-value.js';
import { createChecks } from './print-checks.js';
import { printLayers } from './print-layers.js';
import { printShape } from './print-shape.js';
import { printSource, type Statement } from './print-source.js';
import { printInterface, printInterfaces, printTable, type TypeStyle } from './print-type.js';
import { printCheckFunctions, printValidators } from './print-validators.js';
import type { SourceFile } from './source-file.js';
import { isGroupOptional, relaxSupplied } from './supplied-rows.js';
import { StructureKind, VariableDeclarationKind } from './ts-morph.js';

/** One table of a notification page: the interface of all its rows at depth 0, and the interface of the body among them. */
interface Table {
  readonly name: string;
  readonly members: readonly PlainMember[];
  readonly bodyName: string;
  readonly body: readonly PlainMember[];
}

/** The module of a notification page: types of both tables, validators of the reply, facts, and the type of a handler. */
export function emitWebhook(page: ApiPage, webhook: Webhook): SourceFile {
  const path = modulePath(page.file);
  const imports = createImports(path);
  const scope = createModuleScope();
  const { arriving, answer, handlerType } = planTables(webhook, scope);
  const lists = createLiteralLists([answer.body], scope);
  const checks = createChecks([answer.body], { imports, lists, scope });
  const validators = printValidators(answer.bodyName, answer.body, checks, imports);
  const statements = [
    ...printTypes(arriving, { imports, input: false }, pageComment(webhook), `The whole message of {@link ${arriving.bodyName}}.`),
    ...printTypes(
      answer,
      { imports, input: true },
      ownComment(`The body of the reply to {@link ${arriving.bodyName}}.`),
      `The whole reply.`,
    ),
    printHandler(handlerType, arriving, answer),
    ...lists.declarations,
    ...printCheckFunctions(checks, imports),
    ...validators,
    printFacts(webhook, arriving, imports),
  ];
  return printSource(`${path}.ts`, [...imports.print(), ...statements]);
}

/** The type of a notification is named for the event; the others have it as their beginning. */
function planTables(webhook: Webhook, scope: Scope): { readonly arriving: Table; readonly answer: Table; readonly handlerType: string } {
  const type = scope.claim(eventName(webhook.name));
  const [requestType, replyType, responseType, handlerType] = [
    `${type}Request`,
    `${type}Reply`,
    `${type}Response`,
    `${type}Handler`,
  ] as const;
  for (const name of [requestType, replyType, responseType, handlerType]) scope.claim(name);
  return {
    arriving: buildTable(webhook.request, requestType, type, { scope, open: true, opens: (row) => opensContent(row, 'opened') }),
    answer: buildTable(webhook.reply, responseType, replyType, { scope, open: false, opens: (row) => opensContent(row, 'sealed') }),
    handlerType,
  };
}

function buildTable(rows: readonly Field[], name: string, bodyName: string, reading: Reading): Table {
  const body = buildMembers(rows.find(isBody)?.fields ?? [], bodyName, reading).map(closeEventType);
  const members = rows.map((field): PlainMember => {
    const { name } = field;
    if (isBody(field)) return { name, optional: !field.required, value: { kind: 'object', name: bodyName, members: body }, field };
    const value = buildPlainValue(field, bodyName + pascalCase(name), reading);
    return reading.open
      ? { name, optional: !field.required, value, field }
      : relaxSupplied('v3', name, { name, optional: isGroupOptional('v3', name, field), value, field });
  });
  return { name, members, bodyName, body };
}

function isBody({ name }: Field): boolean {
  return name === 'body';
}

/** The union of all notifications is narrowed by the type of the event. */
function closeEventType(member: PlainMember): PlainMember {
  return member.name === 'event_type' && member.value.kind === 'literals' ? { ...member, value: { ...member.value, open: false } } : member;
}

/** The body comes first, with the words of the page. */
function printTypes({ name, members, bodyName, body }: Table, style: TypeStyle, bodyDocs: Docs, docs: string): Statement[] {
  const beside = members.filter(({ field }) => !isBody(field));
  return [
    ...printTable(bodyName, body, style, bodyDocs),
    printInterface(name, members, style, ownComment(docs)),
    ...beside.flatMap(({ value }) => printInterfaces(value, style)),
  ];
}

function printHandler(name: string, arriving: Table, answer: Table): Statement {
  return {
    kind: StructureKind.TypeAlias,
    name,
    isExported: true,
    type: `(notification: ${arriving.bodyName}) => ${answer.bodyName} | undefined | Promise<${answer.bodyName} | undefined>`,
    docs: ownComment(`Takes {@link ${arriving.bodyName}} and returns the body of the reply.`),
  };
}

function printFacts(webhook: Webhook, arriving: Table, imports: Imports): Statement {
  const refer = ({ name, module }: RuntimeName): string => imports.value(name, module);
  const rows = webhook.request.find(isBody)?.fields ?? [];
  const layers = printLayers(webhook.protocol === 'v2' ? collectXmlLayers(rows) : collectLayers(rows, 'opened'), imports);
  const seal = printLayers(collectLayers(webhook.reply.find(isBody)?.fields ?? [], 'sealed'), imports);
  const facts = [
    `id: ${stringLiteral(`${webhook.protocol}/${webhook.name}`)}`,
    `eventTypes: [${webhook.eventTypes.map(stringLiteral).join(', ')}]`,
    `read: ${refer(readName(webhook))}`,
    ...(layers === undefined ? [] : [`open: ${layers}`]),
    `shape: ${printShape(knownMembers(arriving.body))}`,
    `reply: ${refer(replyName(webhook))}`,
    ...(seal === undefined ? [] : [`seal: ${seal}`]),
  ];
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name: 'webhook', type: imports.type('Webhook', 'runtime/operation'), initializer: `{ ${facts.join(', ')} }` }],
    docs: ownComment('The facts of the notification that the runtime works from.'),
    leadingTrivia: '\n',
  };
}

function readName({ protocol }: Webhook): RuntimeName {
  return protocol === 'v2'
    ? { name: 'readXmlNotice', module: 'runtime/read-xml-notice' }
    : { name: 'readJsonNotice', module: 'runtime/read-json-notice' };
}

/** A reply is signed where the page lists the header of the signature. */
function replyName({ protocol, reply }: Webhook): RuntimeName {
  if (protocol === 'v2') return { name: 'replyXml', module: 'runtime/write-reply' };
  const isSigned = reply.some(({ name, fields }) => name === 'headers' && fields.some((row) => row.name === 'Authorization'));
  return { name: isSigned ? 'replySignedJson' : 'replyJson', module: 'runtime/write-reply' };
}

import type { InterfaceDeclarationStructure, OptionalKind, PropertySignatureStructure } from 'ts-morph';
import { type Docs, rowComment } from './doc-comment.js';
import { stringLiteral, typeKey } from './escape.js';
import type { Imports } from './imports.js';
import type { PlainMember, PlainValue } from './plain-value.js';
import type { Statement } from './print-source.js';
import { StructureKind } from './ts-morph.js';

/** What types of one direction have in common. */
export interface TypeStyle {
  readonly imports: Imports;
  /** Types of inputs take read-only lists, and `undefined` for what is optional. */
  readonly input: boolean;
}

/** The type of a value as text. */
export function printType(value: PlainValue, style: TypeStyle): string {
  switch (value.kind) {
    case 'literals':
      return printLiterals(value.values, value.open);
    case 'object':
      return value.name ?? `{ ${value.members.map((member) => printMember(member, style)).join('; ')} }`;
    case 'list':
      return printList(value.of, style);
    case 'either':
      return [...new Set(value.of.map((shape) => printType(shape, style)))].join(' | ');
    case 'numeric':
      return 'number | string';
    case 'integer':
      return 'number';
    case 'undocumented':
      return '{ readonly [key: string]: unknown }';
    case 'file':
      return style.imports.type('UploadFile', 'runtime/upload-file');
    default:
      return value.kind;
  }
}

/**
 * The interface of a whole table and those below it, in the order of the page, outer ones first. A table without rows takes no member
 * at all.
 */
export function printTable(name: string, members: readonly PlainMember[], style: TypeStyle, docs: Docs): Statement[] {
  if (members.length === 0) return [{ kind: StructureKind.TypeAlias, name, isExported: true, type: 'Record<string, never>', docs }];
  return [printInterface(name, members, style, docs), ...members.flatMap(({ value }) => printInterfaces(value, style))];
}

/** The interfaces below a value. */
export function printInterfaces(value: PlainValue, style: TypeStyle): InterfaceDeclarationStructure[] {
  switch (value.kind) {
    case 'object': {
      const inner = value.members.flatMap((member) => printInterfaces(member.value, style));
      return value.name === undefined ? inner : [printInterface(value.name, value.members, style), ...inner];
    }
    case 'list':
      return printInterfaces(value.of, style);
    case 'either':
      // The second shape of decoded content that may be a list holds the same elements again.
      return [
        ...new Map(
          value.of.flatMap((shape) => printInterfaces(shape, style)).map((declaration) => [declaration.name, declaration]),
        ).values(),
      ];
    default:
      return [];
  }
}

/** One interface. */
export function printInterface(
  name: string,
  members: readonly PlainMember[],
  style: TypeStyle,
  docs: Docs = [],
): InterfaceDeclarationStructure {
  return { kind: StructureKind.Interface, name, isExported: true, properties: members.map((member) => printProperty(member, style)), docs };
}

function printProperty(member: PlainMember, style: TypeStyle): OptionalKind<PropertySignatureStructure> {
  return {
    name: typeKey(member.name),
    hasQuestionToken: member.optional,
    type: memberType(member, style),
    docs: rowComment(member.field),
  };
}

function printMember(member: PlainMember, style: TypeStyle): string {
  return `${typeKey(member.name)}${member.optional ? '?' : ''}: ${memberType(member, style)}`;
}

function memberType({ optional, value }: PlainMember, style: TypeStyle): string {
  const type = printType(value, style);
  return optional && style.input ? `${type} | undefined` : type;
}

function printList(element: PlainValue, style: TypeStyle): string {
  const type = printType(element, style);
  const list = /^\w+(\[\])*$/.test(type) ? `${type}[]` : `(${type})[]`;
  return style.input ? `readonly ${list}` : list;
}

function printLiterals(values: readonly (string | number | boolean)[], open: boolean): string {
  const literals = values.map((value) => (typeof value === 'string' ? stringLiteral(value) : String(value)));
  if (!open) return literals.join(' | ');
  return [...literals, ...new Set(values.map((value) => `(${typeof value} & {})`))].join(' | ');
}

import { StructureKind, VariableDeclarationKind, type VariableStatementStructure } from 'ts-morph';
import { stringLiteral } from './escape.js';
import { camelCase, type Scope } from './names.js';
import type { PlainMember, PlainValue } from './plain-value.js';

type Literals = readonly (string | number | boolean)[];

/** Up to so many values are told apart one by one, which is faster than a search in their list. */
export const fewValues = 8;

/** The long lists of values of one module; those that recur are constants. */
export interface LiteralLists {
  /** The list as an expression. */
  print(values: Literals): string;
  readonly declarations: readonly VariableStatementStructure[];
}

/**
 * What occurs twice becomes a constant named for its first place.
 *
 * @param tables members of everything that will be checked
 */
export function createLiteralLists(tables: readonly (readonly PlainMember[])[], scope: Scope): LiteralLists {
  const found = new Map<string, { readonly name: string; count: number }>();
  for (const { name, values } of tables.flatMap(literalsBelow)) {
    const text = printList(values);
    const known = found.get(text);
    if (known) known.count += 1;
    else found.set(text, { name, count: 1 });
  }
  const names = new Map<string, string>();
  for (const [text, { name, count }] of found) if (count > 1) names.set(text, scope.claim(`${camelCase(name)}Values`));
  return {
    print: (values) => {
      const text = printList(values);
      return names.get(text) ?? text;
    },
    declarations: [...names].map(([text, name]) => ({
      kind: StructureKind.VariableStatement,
      declarationKind: VariableDeclarationKind.Const,
      declarations: [{ name, initializer: `${text} as const` }],
    })),
  };
}

interface NamedLiterals {
  readonly name: string;
  readonly values: Literals;
}

function literalsBelow(members: readonly PlainMember[]): NamedLiterals[] {
  return members.flatMap(({ name, value }) => literalsIn(name, value));
}

function literalsIn(name: string, value: PlainValue): NamedLiterals[] {
  switch (value.kind) {
    case 'literals':
      return value.values.length > fewValues ? [{ name, values: value.values }] : [];
    case 'object':
      return literalsBelow(value.members);
    case 'list':
      return literalsIn(name, value.of);
    case 'either':
      return value.of.flatMap((shape) => literalsIn(name, shape));
    default:
      return [];
  }
}

function printList(values: Literals): string {
  return `[${values.map((value) => (typeof value === 'string' ? stringLiteral(value) : String(value))).join(', ')}]`;
}

import type { VariableStatementStructure } from 'ts-morph';
import { stringLiteral } from './escape.js';
import { camelCase, type Scope } from './names.js';
import type { PlainMember, PlainValue } from './plain-value.js';
import { StructureKind, VariableDeclarationKind } from './ts-morph.js';

type Literals = readonly (string | number | boolean)[];

/** The lists of values of one module; those that recur are constants. */
export interface LiteralLists {
  /** The list as an expression. */
  print(values: Literals): string;
  readonly declarations: readonly VariableStatementStructure[];
}

/** Members of all tables that will be printed as a shape, and as checks. */
export interface ListedTables {
  readonly shaped: readonly (readonly PlainMember[])[];
  readonly checked: readonly (readonly PlainMember[])[];
}

/** What occurs twice becomes a constant named for its first place. */
export function createLiteralLists({ shaped, checked }: ListedTables, scope: Scope): LiteralLists {
  const found = new Map<string, { readonly name: string; readonly values: Literals; count: number }>();
  for (const { name, values } of [...shaped, ...checked].flatMap(literalsBelow)) {
    const text = printList(values);
    const known = found.get(text);
    if (known) known.count += 1;
    else found.set(text, { name, values, count: 1 });
  }
  const names = new Map<string, string>();
  for (const [text, { name, values, count }] of found) {
    if (count > 1 && values.length > 1) names.set(text, scope.claim(`${camelCase(name)}Values`));
  }
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
      return [{ name, values: value.values }];
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

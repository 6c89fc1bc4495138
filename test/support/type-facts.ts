import ts from 'typescript';

/**
 * What a type says of every place in it, by path: `json.goods[].name` → `string`. Several shapes at one place are all listed. Optional
 * places end with `?`; an input's optional place must also take `undefined`, else it ends with `?!`.
 */
export type TypeFacts = Map<string, Set<string>>;

/** Reads the type of an exported interface or alias through the compiler. */
export function readTypeFacts(checker: ts.TypeChecker, symbol: ts.Symbol, { input }: { readonly input: boolean }): TypeFacts {
  const facts: TypeFacts = new Map();
  const note = (path: string, fact: string): void => {
    facts.set(path, (facts.get(path) ?? new Set()).add(fact));
  };

  const visitProperty = (property: ts.Symbol, path: string): void => {
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const declaration = property.valueDeclaration;
    const takesUndefined = declaration && ts.isPropertySignature(declaration) && declaration.type?.getText().endsWith('| undefined');
    const mark = isOptional ? (input && !takesUndefined ? '?!' : '?') : '';
    visit(checker.getTypeOfSymbol(property), path, mark);
  };

  const visit = (type: ts.Type, path: string, mark: string): void => {
    const parts = (type.isUnion() ? type.types : [type]).filter((part) => (part.flags & ts.TypeFlags.Undefined) === 0);
    const objects = parts.filter((part) => (part.flags & ts.TypeFlags.Object) !== 0);
    const scalars = parts.filter((part) => (part.flags & ts.TypeFlags.Object) === 0).map(nameOf);
    if (scalars.length > 0) note(path, [...new Set(scalars)].sort().join('|').replace('false|true', 'boolean') + mark);
    for (const part of objects) visitObject(part, path, mark);
  };

  const visitObject = (type: ts.Type, path: string, mark: string): void => {
    if (checker.isArrayType(type)) {
      const [element] = checker.getTypeArguments(type as ts.TypeReference);
      note(path, `list${mark}`);
      if (element) visit(element, `${path}[]`, '');
    } else if (['UploadFile', 'ReadableStream', 'URL'].includes(type.symbol.name)) note(path, type.symbol.name + mark);
    else {
      note(path, `${checker.getIndexInfosOfType(type).length > 0 ? 'any object' : 'object'}${mark}`);
      for (const property of type.getProperties()) visitProperty(property, path === '' ? property.name : `${path}.${property.name}`);
    }
  };

  visit(checker.getDeclaredTypeOfSymbol(symbol), '', '');
  return facts;
}

function nameOf(type: ts.Type): string {
  if (type.isStringLiteral()) return JSON.stringify(type.value);
  if (type.isNumberLiteral()) return String(type.value);
  // `string & {}`
  if (type.isIntersection()) return type.types.map(nameOf).find((name) => name !== 'other') ?? 'other';
  const flags: readonly (readonly [ts.TypeFlags, string])[] = [
    [ts.TypeFlags.Any, 'any'],
    [ts.TypeFlags.Unknown, 'unknown'],
    [ts.TypeFlags.String, 'string'],
    [ts.TypeFlags.Number, 'number'],
    [ts.TypeFlags.Boolean, 'boolean'],
  ];
  const found = flags.find(([flag]) => (type.flags & flag) !== 0)?.[1];
  if (found !== undefined) return found;
  return (type.flags & ts.TypeFlags.BooleanLiteral) !== 0 ? (type as ts.Type & { readonly intrinsicName: string }).intrinsicName : 'other';
}

import type { ImportDeclarationStructure } from 'ts-morph';
import { StructureKind } from './ts-morph.js';

/** Gathers what one module imports, so that nothing is imported twice or in vain. */
export interface Imports {
  /** A value out of a module of the package's sources, which is named without extension: `runtime/call`. Returns its name. */
  value(name: string, module: string): string;
  /** A type, likewise. */
  type(name: string, module: string): string;
  /** Sorted by module. */
  print(): ImportDeclarationStructure[];
}

/** @param modulePath of the importing module, without extension: `src/v3/refunds` */
export function createImports(modulePath: string): Imports {
  const up = '../'.repeat(modulePath.split('/').length - 2) || './';
  const modules = new Map<string, Map<string, boolean>>();
  const add = (name: string, module: string, isType: boolean): string => {
    const names = modules.get(module) ?? new Map<string, boolean>();
    modules.set(module, names.set(name, isType));
    return name;
  };
  return {
    value: (name, module) => add(name, module, false),
    type: (name, module) => add(name, module, true),
    print: () =>
      [...modules]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([module, names]) => {
          const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
          const onlyTypes = sorted.every(([, isType]) => isType);
          return {
            kind: StructureKind.ImportDeclaration,
            isTypeOnly: onlyTypes,
            moduleSpecifier: `${up}${module}.js`,
            // As one text: ts-morph has a writer of its own for each entry of a list, which is a tenth of its time.
            namedImports: (writer) =>
              writer.write(sorted.map(([name, isType]) => (isType && !onlyTypes ? `type ${name}` : name)).join(', ')),
          };
        }),
  };
}

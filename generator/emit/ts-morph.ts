import { createRequire } from 'node:module';

// The package's own types.
const library = createRequire(import.meta.url)('ts-morph') as typeof import('ts-morph');

/** ts-morph, loaded as the CommonJS it is: to `import` it takes 1.6 times as long, as Node.js searches all of it for names to export. */
export const { IndentationText, Project, QuoteKind, StructureKind, VariableDeclarationKind } = library;

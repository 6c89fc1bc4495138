import type { Declaration } from './declaration.js';
import { pageDeclarations } from './page-declarations.js';
import { modelDeclarations } from './model-declarations.js';
import { lintDeclarations } from './lint-declarations.js';

/** Everything that can be said about a page; an undeclared code does not compile. */
export const catalogue = {
  ...pageDeclarations,
  ...modelDeclarations,
  ...lintDeclarations,
} as const satisfies Readonly<Record<string, Declaration>>;

export type Code = keyof typeof catalogue;

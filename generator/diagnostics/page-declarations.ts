import { blockDeclarations } from './block-declarations.js';
import type { Declaration } from './declaration.js';
import { rowDeclarations } from './row-declarations.js';

/** Codes that `generator/page` reports. */
export const pageDeclarations = { ...blockDeclarations, ...rowDeclarations } as const satisfies Readonly<Record<string, Declaration>>;

import type { Declaration } from './declaration.js';

/** Codes that `generator/lint` reports. */
export const lintDeclarations = {} as const satisfies Readonly<Record<string, Declaration>>;

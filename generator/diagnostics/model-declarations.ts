import type { Declaration } from './declaration.js';

/** Codes that `generator/model` reports. */
export const modelDeclarations = {} as const satisfies Readonly<Record<string, Declaration>>;

import type { Declaration } from './declaration.js';

/** Codes that `generator/page` reports. */
export const pageDeclarations = {} as const satisfies Readonly<Record<string, Declaration>>;

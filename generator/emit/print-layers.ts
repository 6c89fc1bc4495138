import { stringLiteral } from './escape.js';
import type { Imports } from './imports.js';
import type { Layer } from './layers.js';

/** The list of layers as the runtime takes it; `undefined` where there is none. */
export function printLayers(layers: readonly Layer[], imports: Imports): string | undefined {
  if (layers.length === 0) return undefined;
  return `[${layers.map(({ path, codec }) => `[${stringLiteral(path)}, ${imports.value(codec.name, codec.module)}]`).join(', ')}]`;
}

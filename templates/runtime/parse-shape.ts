import type { Shape } from './operation.js';

/** Reads an emitted shape, which is JSON: one text costs the compiler next to nothing, however much the page lists. */
export function parseShape(text: string): Shape {
  // Emitted texts are shapes.
  return JSON.parse(text) as Shape;
}

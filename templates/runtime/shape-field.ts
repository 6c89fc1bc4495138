import type { Shape } from './operation.js';
import { isObject } from './validation.js';

/** What is known of a field of an object. */
export function shapeField(shape: Shape | undefined, name: string): Shape | undefined {
  // Emitted shapes hold shapes, which their type does not spell out.
  return isObject(shape) && Object.hasOwn(shape, name) ? (shape[name] as Shape) : undefined;
}

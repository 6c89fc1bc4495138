import type { Shape } from './operation.js';
import { shapeField } from './shape-field.js';
import { isObject } from './validation.js';

/**
 * Turns texts of an XML message that the page calls numbers or booleans into such. A text that is none stays, and is reported like
 * any unknown value. Content that is still encoded in a text stays as it is.
 */
export function typeTexts(fields: Readonly<Record<string, unknown>>, shape: Shape | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typed(value, shapeField(shape, name))]));
}

function typed(value: unknown, shape: Shape | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(item, shape));
  if (isObject(value)) return typeTexts(value, shape);
  const type = typeof (Array.isArray(shape) ? shape[0] : shape);
  if (typeof value !== 'string') return value;
  if (type === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

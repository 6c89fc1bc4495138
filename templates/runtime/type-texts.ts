import type { Shape } from './operation.js';
import { isObject } from './validation.js';

/**
 * Turns texts of an XML message that the page calls numbers or booleans into such. A text that is none stays, and is reported like
 * any unknown value.
 */
export function typeTexts(fields: Readonly<Record<string, unknown>>, shape: Shape | undefined): Record<string, unknown> {
  const typeAt = (name: string) => (isObject(shape) && Object.hasOwn(shape, name) ? typeOf(shape[name]) : 'string');
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typed(value, typeAt(name))]));
}

function typeOf(leaf: Shape | undefined): string {
  return typeof (Array.isArray(leaf) ? leaf[0] : leaf);
}

function typed(value: unknown, type: string): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(item, type));
  if (typeof value !== 'string') return value;
  if (type === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

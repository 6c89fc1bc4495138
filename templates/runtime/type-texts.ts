import type { Shape } from './operation.js';
import { isObject } from './validation.js';

/** Turns texts that the page calls numbers or booleans into such. A text that is none stays, and is reported like any unknown value. */
export function typeTexts(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((item) => typeTexts(item, shape));
  if (typeof value === 'string') return typed(value, Array.isArray(shape) ? shape[0] : shape);
  if (!isObject(value) || !isObject(shape)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, Object.hasOwn(shape, name) ? typeTexts(item, shape[name] as Shape) : item]),
  );
}

function typed(text: string, example: unknown): unknown {
  if (typeof example === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (typeof example === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

import { ValidationError } from './errors.js';

/**
 * `encodeURIComponent`, which knows no half of a surrogate pair.
 *
 * @throws {ValidationError} When the text holds one.
 */
export function percentEncode(text: string, pointer: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new ValidationError([{ pointer, kind: 'type', expected: 'Unicode' }]);
  }
}

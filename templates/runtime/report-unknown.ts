import type { Merchant } from './merchant.js';
import type { Shape } from './operation.js';
import { shapeField } from './shape-field.js';
import { tell } from './tell.js';
import { isObject } from './validation.js';

/** A field or a value that the page does not list. Never holds the value. */
export interface Unknown {
  /** `POST /v3/refunds`, `WEBHOOK v3/REFUND.SUCCESS`. */
  readonly operation: string;
  readonly side: 'request' | 'response';
  readonly kind: 'field' | 'value';
  /** JSON Pointer from the answer, the body of the notification, or the input. */
  readonly pointer: string;
}

/** Tells the hook `onUnknown` of everything in a value that its shape does not list. */
export function reportUnknown(merchant: Merchant, operation: string, value: unknown, shape: Shape): void {
  const { onUnknown } = merchant;
  if (onUnknown) inspect(value, shape, '', (kind, pointer) => tell(onUnknown, { operation, side: 'response', kind, pointer }));
}

function inspect(value: unknown, shape: Shape, pointer: string, found: (kind: Unknown['kind'], pointer: string) => void): void {
  if (value === undefined || value === null || shape === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => inspect(item, shape, `${pointer}/${index}`, found));
  } else if (typeof shape !== 'object') {
    if (typeof value !== typeof shape) found('value', pointer);
  } else if (isList(shape)) {
    if (!shape.some((allowed) => allowed === value)) found('value', pointer);
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      const next = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const known = shapeField(shape, name);
      if (known === undefined) found('field', next);
      else inspect(item, known, next, found);
    }
  } else found('value', pointer);
}

function isList(shape: Shape): shape is readonly (string | number | boolean)[] {
  return Array.isArray(shape);
}

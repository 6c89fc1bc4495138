import type { Codec, Layer, LayerContext, Shape } from './operation.js';
import type { Merchant } from './merchant.js';
import { shapeField } from './shape-field.js';
import { isObject } from './validation.js';

/**
 * Applies codecs to fields, one after the other. Never changes the value given: what changes is copied.
 *
 * @param root The input, the answer, or the body of a notification.
 * @param surroundings Who calls; the serial of the key that encrypts; what is known of an answer.
 */
export function applyLayers(
  root: unknown,
  layers: readonly Layer[],
  { merchant, serial, shape }: { merchant: Merchant; serial?: string | undefined; shape?: Shape | undefined },
): unknown {
  const context: LayerContext = { merchant, serial, shape, pointer: '', parent: {} };
  return layers.reduce((value, [path, codec]) => applyAt(value, path.split('.'), codec, context), root);
}

function applyAt(value: unknown, names: readonly string[], codec: Codec, context: LayerContext): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return value === undefined || value === null ? value : codec(value, context);
  const { pointer, shape } = context;
  if (Array.isArray(value)) {
    const below = name === '*' ? rest : names;
    return value.map((item, index) => applyAt(item, below, codec, { ...context, pointer: `${pointer}/${index}` }));
  }
  if (!isObject(value) || !Object.hasOwn(value, name)) return value;
  const below = { ...context, pointer: `${pointer}/${name}`, parent: value, shape: shapeField(shape, name) };
  return { ...value, [name]: applyAt(value[name], rest, codec, below) };
}

import type { Codec, Layer, LayerContext } from './operation.js';
import { isObject } from './validation.js';

type Surroundings = Pick<LayerContext, 'merchant' | 'serial'>;

/**
 * Applies codecs to fields, one after the other. Never changes the value given: what changes is copied.
 *
 * @param root The input, the answer, or the body of a notification.
 */
export function applyLayers(root: unknown, layers: readonly Layer[], surroundings: Surroundings): unknown {
  return layers.reduce(
    (value, [path, codec]) => applyAt(value, path.split('.'), codec, { ...surroundings, pointer: '', parent: {} }),
    root,
  );
}

function applyAt(value: unknown, names: readonly string[], codec: Codec, context: LayerContext): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return value === undefined || value === null ? value : codec(value, context);
  if (Array.isArray(value))
    return value.map((item, index) => applyAt(item, names, codec, { ...context, pointer: `${context.pointer}/${index}` }));
  if (!isObject(value) || !Object.hasOwn(value, name)) return value;
  const changed = applyAt(value[name], rest, codec, { ...context, pointer: `${context.pointer}/${name}`, parent: value });
  return { ...value, [name]: changed };
}

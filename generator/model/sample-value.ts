import type { PhpValue } from '../page/php-value.js';
import type { SampleValue } from './api.js';

/** A PHP value without the places of its parts, as JSON-serialisable data. */
export function sampleValue(value: PhpValue): SampleValue {
  switch (value.kind) {
    case 'literal':
      return { literal: value.value };
    case 'list':
      return { list: value.items.map(sampleValue) };
    case 'map':
      return { map: value.entries.map((entry) => ({ key: entry.key, value: sampleValue(entry.value) })) };
    case 'encoded':
      return { encoded: sampleValue(value.value), by: value.by };
    case 'expression':
      return { expression: value.code };
  }
}

/** The values that stand at each key, in any element of lists and inside of encoded arguments too. */
export function valuesByKey(values: readonly PhpValue[]): ReadonlyMap<string, readonly PhpValue[]> {
  const byKey = new Map<string, PhpValue[]>();
  const gather = (value: PhpValue): void => {
    if (value.kind === 'list') value.items.forEach(gather);
    else if (value.kind === 'encoded') gather(value.value);
    else if (value.kind === 'map') {
      for (const entry of value.entries) {
        const known = byKey.get(entry.key);
        if (known) known.push(entry.value);
        else byKey.set(entry.key, [entry.value]);
      }
    }
  };
  values.forEach(gather);
  return byKey;
}

/** The arguments of the calls that encode a value: what is inside the string. */
export function insideEncoded(values: readonly PhpValue[]): PhpValue[] {
  return values.flatMap((value) => (value.kind === 'encoded' ? [value.value] : []));
}

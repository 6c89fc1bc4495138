import type { SampleValue } from '../model/api.js';
import type { Plain } from './document.js';

/** The text that an encoded argument of a sample becomes; undefined where a part of it is known at run time only. */
export function encodedText({ encoded, by }: Extract<SampleValue, { encoded: SampleValue }>): string | undefined {
  const plain = plainSample(encoded);
  if (plain === undefined) return undefined;
  if (by === 'json') return JSON.stringify(plain);
  if (typeof plain !== 'object' || plain === null) return undefined;
  const pairs = Object.entries(plain).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(pairs).toString();
}

/** A value of a sample as JSON; undefined where a part of it is known at run time only. */
export function plainSample(value: SampleValue): Plain | undefined {
  if ('literal' in value) return value.literal;
  if ('encoded' in value) return encodedText(value);
  if ('expression' in value) return undefined;
  if ('list' in value) {
    const items = value.list.map(plainSample);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  const members: [string, Plain][] = [];
  for (const { key, value: member } of value.map) {
    const plain = plainSample(member);
    if (plain === undefined) return undefined;
    members.push([key, plain]);
  }
  return Object.fromEntries(members);
}

import type { Codec } from './operation.js';
import { parseJson } from './parse-json.js';

/** Parses the JSON in a text, or in each text of a list. What is no JSON stays as it is, and is reported like any unknown value. */
export const decodeJson: Codec = (value, context) => {
  if (Array.isArray(value)) return value.map((item) => decodeJson(item, context));
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
};

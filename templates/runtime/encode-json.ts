import type { Codec } from './operation.js';

/** Makes a value JSON text. */
export const encodeJson: Codec = (value) => JSON.stringify(value);

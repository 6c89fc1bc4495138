import type { Codec } from './operation.js';

/** XML does not tell a list of one element from an element: where the page says list, the one element becomes a list. */
export const asList: Codec = (value) => (Array.isArray(value) || value === '' ? value : [value]);

import type { Codec } from './operation.js';
import { parseXml } from './parse-xml.js';

/** Parses the XML in a text. What is no XML stays as it is, and is reported like any unknown value. */
export const decodeXml: Codec = (value) => (typeof value === 'string' ? (parseXml(value) ?? value) : value);

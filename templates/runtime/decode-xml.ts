import { gatherLists } from './flat-lists.js';
import type { Codec } from './operation.js';
import { parseXml } from './parse-xml.js';
import { typeTexts } from './type-texts.js';

/** Parses the XML in a text. What is no XML stays as it is, and is reported like any unknown value. */
export const decodeXml: Codec = (value, { shape }) => {
  const fields = typeof value === 'string' ? parseXml(value) : undefined;
  return fields ? typeTexts(gatherLists(fields, shape), shape) : value;
};

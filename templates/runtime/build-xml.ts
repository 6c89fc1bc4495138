import { isObject } from './validation.js';

/**
 * Writes a v2 message: every value as text in a CDATA section. Names are XML names. Lists repeat their element and objects have
 * elements inside, as some notifications have it; requests hold texts only.
 */
export function buildXml(fields: Readonly<Record<string, unknown>>): string {
  return elementOf('xml', fields);
}

function elementOf(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item: unknown) => elementOf(name, item)).join('');
  return `<${name}>${isObject(value) ? childrenOf(value) : `<![CDATA[${String(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`}</${name}>`;
}

function childrenOf(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .map(([name, value]) => elementOf(name, value))
    .join('');
}

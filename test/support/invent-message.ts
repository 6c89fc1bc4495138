import type { Schema } from '../../generator/openapi/document.js';
import { sealEcb } from '../../templates/testing/aes-ecb.js';
import { sealGcm } from '../../templates/testing/aes-gcm.js';
import { gcmSiblings } from '../../templates/testing/gcm-siblings.js';
import { isJsonObject, textsOf, type Json, type JsonObject } from '../../templates/testing/json.js';
import type { Keys } from '../../templates/testing/keys.js';
import { rsaPairOf } from '../../templates/testing/rsa-pair-of.js';
import { encryptRsa } from '../../templates/testing/rsa.js';
import { buildUrlencoded } from '../../templates/testing/urlencoded.js';
import { buildXml } from '../../templates/testing/xml.js';
import type { Choose } from './choose.js';

/** What the platform could send under a schema of the exported document. */
export interface Message {
  /** As it travels: encoded, encrypted. */
  readonly wire: JsonObject;
  /** As users of the SDK read it. */
  readonly plain: JsonObject;
  /** JSON Pointers, into the plain message, of values that the document does not list: what is received is open. */
  readonly opened: readonly string[];
}

/**
 * Makes up a message from its schema alone, with cipher texts where the schema says `x-encrypted`. Nobody else looks at what is read
 * of it: neither the model nor what is emitted.
 *
 * @param schema of an object
 * @param xml whether it travels as XML, which has no empty lists and objects and not all names, and numbers lists by name
 */
export function inventMessage(schema: Schema, { choose, keys, xml }: { choose: Choose; keys: Keys; xml: boolean }): Message {
  const opened: string[] = [];
  const value = inventObject(schema, '', { choose, keys, opened, xml, isTop: true });
  return { ...value, opened };
}

interface Context {
  readonly choose: Choose;
  readonly keys: Keys;
  readonly opened: string[];
  readonly xml: boolean;
  /** Only there lists have numbered names. */
  readonly isTop: boolean;
}

interface Value<Kind extends Json = Json> {
  readonly wire: Kind;
  readonly plain: Kind;
}

const texts = ['a', '1', '字 x', '', ' b ', ']]>', '&lt;<c>', 'true', '-0', '__proto__'];
const numbers = [0, -3, 12, 9_007_199_254_740_991];

function inventValue(schema: Schema, at: string, parent: JsonObject, context: Context): Value {
  const { choose } = context;
  if (schema.anyOf) return inventValue(schema.anyOf[choose(schema.anyOf.length)] ?? {}, at, parent, context);
  if (schema.type === 'array') {
    return listOf(choose(3), context, (index) => inventValue(schema.items ?? {}, `${at}/${String(index)}`, parent, context));
  }
  if (schema.type === 'object') return inventObject(schema, at, { ...context, isTop: false });
  const inside = schema.contentSchema ? inventContent(schema, schema.contentSchema, at, context) : inventScalar(schema, at, context);
  if (schema['x-encrypted'] === undefined || inside.wire === '') return inside;
  return { wire: seal(String(inside.wire), schema, { at, parent, keys: context.keys }), plain: inside.plain };
}

function listOf(count: number, { xml }: Context, invent: (index: number) => Value): Value<readonly Json[]> {
  const items: Value[] = [];
  for (let left = count; left > 0; left -= 1) {
    const item = invent(items.length);
    if (!xml || !isNothing(item.wire)) items.push(item);
  }
  return { wire: items.map(({ wire }) => wire), plain: items.map(({ plain }) => plain) };
}

/** In XML an empty element could be an empty list, an empty object, or an empty text. */
function isNothing(wire: Json): boolean {
  return wire === '' || (typeof wire === 'object' && wire !== null && Object.keys(wire).length === 0);
}

function inventObject({ properties = {}, required = [] }: Schema, at: string, context: Context): Value<JsonObject> {
  const { choose, xml, isTop } = context;
  const sent = Object.entries(properties).filter(
    ([name]) => (!xml || isXmlName(name)) && (!name.includes('$') || isTop) && (required.includes(name) || choose(2) === 1),
  );
  // What is encrypted with AES needs what stands beside it.
  const isCipher = (schema: Schema): boolean => schema['x-encrypted'] === 'by-aes-gcm';
  const ciphers = sent.filter(([, schema]) => isCipher(schema));
  const values = new Map<string, Value>();
  for (const [name] of ciphers) {
    const prefix = name.replace(/ciphertext$/, '');
    if (Object.hasOwn(properties, `${prefix}nonce`)) values.set(`${prefix}nonce`, same('twelve bytes'));
    if (Object.hasOwn(properties, `${prefix}algorithm`)) values.set(`${prefix}algorithm`, same('AEAD_AES_256_GCM'));
  }
  for (const [name, schema] of [...sent.filter(([, one]) => !isCipher(one)), ...ciphers]) {
    if (values.has(name)) continue;
    const parent = Object.fromEntries([...values].map(([sibling, { wire }]) => [sibling, wire]));
    const value = inventMember(name, schema, at, parent, context);
    if (!xml || value.wire === '' || !isNothing(value.wire)) values.set(name, value);
  }
  return {
    wire: Object.fromEntries([...values].map(([name, { wire }]) => [name, wire])),
    plain: Object.fromEntries([...values].map(([name, { plain }]) => [name, plain])),
  };
}

/** The parser lets no name through that every object has by itself. */
function isXmlName(name: string): boolean {
  return /^[A-Za-z_]/.test(name) && !(name in Object.prototype);
}

function inventMember(name: string, schema: Schema, at: string, parent: JsonObject, context: Context): Value {
  const pointer = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (context.xml && context.isTop && /^(?:return|result)_code$/.test(name)) {
    // With any other code it would be a failure, and thrown. Some pages list failures only.
    if (schema.enum && !schema.enum.includes('SUCCESS')) context.opened.push(pointer);
    return same('SUCCESS');
  }
  const numbered = (depth: number, place: string): Value =>
    depth === 0
      ? inventValue(schema, place, parent, context)
      : listOf(1 + context.choose(2), context, (index) => numbered(depth - 1, `${place}/${String(index)}`));
  return numbered(name.split('$').length - 1, pointer);
}

/** The text that holds another value. */
function inventContent({ contentMediaType }: Schema, inner: Schema, at: string, context: Context): Value {
  const isXml = contentMediaType === 'application/xml';
  const { wire, plain } = inventValue(inner, at, {}, { ...context, xml: isXml, isTop: false });
  if (isXml && isJsonObject(wire)) return { wire: buildXml(wire, 'root'), plain };
  if (contentMediaType === 'application/x-www-form-urlencoded') return { wire: buildUrlencoded(textsOf(wire)), plain: textsOf(plain) };
  return { wire: JSON.stringify(wire), plain };
}

function inventScalar(schema: Schema, at: string, { choose, opened }: Context): Value {
  const listed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (listed && choose(4) !== 3) return same(listed[choose(listed.length)] ?? '');
  if (listed) opened.push(at);
  switch (schema.type) {
    case 'boolean':
      return same(listed ? listed[0] !== true : choose(2) === 1);
    case 'integer':
    case 'number':
      return same(listed ? 987_654 : (numbers[choose(numbers.length)] ?? 0) + (schema.type === 'number' && choose(3) === 2 ? 0.5 : 0));
    default:
      return same(listed ? 'NOT_ON_THE_PAGE' : (texts[choose(texts.length)] ?? ''));
  }
}

function same<Kind extends Json>(value: Kind): Value<Kind> {
  return { wire: value, plain: value };
}

function seal(
  text: string,
  { 'x-encrypted': kind, 'x-encrypted-key': key }: Schema,
  { at, parent, keys }: { at: string; parent: JsonObject; keys: Keys },
): string {
  switch (kind) {
    case 'by-aes-gcm':
      return sealGcm(text, { key: keys.apiV3Key, ...gcmSiblings(at.slice(at.lastIndexOf('/') + 1), parent) });
    case 'by-aes-ecb':
      return sealEcb(text, keys.apiKey);
    default:
      return encryptRsa(text, rsaPairOf({ at, by: 'by-rsa-pubkey', ...(key && { key }) }, keys).publicKey);
  }
}

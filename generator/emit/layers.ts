import type { Content, Field, RequestGroup } from '../model/api.js';

/** A function of the runtime that the emitted metadata refers to. */
export interface RuntimeName {
  readonly name: string;
  /** Without extension: `runtime/encrypt-field`. */
  readonly module: string;
}

/** One transformation of one field: the path that the runtime walks, and its codec. */
export interface Layer {
  readonly path: string;
  readonly codec: RuntimeName;
}

/** Which way fields travel. */
export type Direction = 'sealed' | 'opened';

const codecs = {
  encryptField: { name: 'encryptField', module: 'runtime/encrypt-field' },
  encryptForBank: { name: 'encryptForBank', module: 'runtime/encrypt-field' },
  signField: { name: 'signField', module: 'runtime/sign-field' },
  encodeJson: { name: 'encodeJson', module: 'runtime/encode-json' },
  encodeForm: { name: 'encodeForm', module: 'runtime/encode-form' },
  decryptField: { name: 'decryptField', module: 'runtime/decrypt-field' },
  decryptGcm: { name: 'decryptGcm', module: 'runtime/decrypt-gcm' },
  decryptEcb: { name: 'decryptEcb', module: 'runtime/decrypt-ecb' },
  decodeJson: { name: 'decodeJson', module: 'runtime/decode-json' },
  decodeForm: { name: 'decodeForm', module: 'runtime/decode-form' },
  asList: { name: 'asList', module: 'runtime/as-list' },
  decodeXml: { name: 'decodeXml', module: 'runtime/decode-xml' },
} as const satisfies Record<string, RuntimeName>;

/** Whether the runtime has all codecs between the wire and the plain content of a field. */
export function opensContent(field: Field, direction: Direction): boolean {
  return direction === 'opened' || (field.encryption?.kind ?? 'by-rsa-pubkey') === 'by-rsa-pubkey';
}

/**
 * Everything between plain values and the wire, in the order the runtime applies it: from the inside out when sealing, from the
 * outside in when opening (runtime-requirements.md §4).
 */
export function collectLayers(fields: readonly Field[], direction: Direction): Layer[] {
  const layers = layersBelow(fields, direction, []);
  const unique = [...new Map(layers.map((layer) => [`${layer.path} ${layer.codec.name}`, layer])).values()];
  return direction === 'opened' ? unique : unique.reverse();
}

/**
 * Where an XML message is opened: also its lists, for an element that stands once cannot be told from a list of one. Numbered names
 * and encoded texts know by themselves that they are lists.
 */
export function collectXmlLayers(fields: readonly Field[]): Layer[] {
  return [...listsBelow(fields, []), ...collectLayers(fields, 'opened')];
}

function listsBelow(fields: readonly Field[], path: readonly string[]): Layer[] {
  return fields.flatMap((field) => {
    const here = [...path, field.name];
    const isRepeated = field.list && !field.name.includes('$') && !field.encoding && !field.content;
    return [...(isRepeated ? [{ path: here.join('.'), codec: codecs.asList }] : []), ...listsBelow(field.fields, here)];
  });
}

/** Where only text travels an object travels as its JSON. Objects without rows are the files of an upload. */
export function collectTextLayers(request: readonly RequestGroup[]): Layer[] {
  return request
    .filter(({ role }) => role === 'query' || role === 'headers' || role === 'body')
    .flatMap(({ role, field: group }) =>
      group.fields
        .filter(({ type, content, fields }) => type === 'object' && !content && (role !== 'body' || fields.length > 0))
        .map(({ name, list }) => ({ path: `${group.name}.${name}${list ? '.*' : ''}`, codec: codecs.encodeJson })),
    );
}

/** Outer layers first. */
function layersBelow(fields: readonly Field[], direction: Direction, path: readonly string[]): Layer[] {
  return fields.flatMap((field) => layersAt(field, direction, [...path, field.name]));
}

/** @param path of the field itself */
function layersAt(field: Field, direction: Direction, path: readonly string[]): Layer[] {
  return [field, ...(field.alternatives ?? [])].flatMap((shape) => [
    ...ownCodecs(shape, direction).map((codec) => ({
      path: [...path, ...(direction === 'sealed' ? itemsOf(shape) : [])].join('.'),
      codec,
    })),
    ...layersBelow(shape.fields, direction, path),
    ...(shape.content && opensContent(shape, direction) ? layersInside(shape.content, direction, path) : []),
  ]);
}

/** Of a numbered name each text travels by itself. Reading codecs walk lists on their own. */
function itemsOf({ name }: Field): string[] {
  return (name.match(/\$[a-z]/g) ?? []).map(() => '*');
}

function layersInside(content: Content, direction: Direction, path: readonly string[]): Layer[] {
  const [label] = content.fields;
  if (content.shape === 'object' || !label) {
    const lists = direction === 'opened' && content.format === 'xml' ? listsBelow(content.fields, path) : [];
    return [...lists, ...layersBelow(content.fields, direction, path)];
  }
  // A label is no key on the wire: what is below it continues the path of the string itself.
  if (content.shape === 'list') return layersAt(label, direction, path);
  return [...layersAt(label, direction, [...path, '*']), ...layersBelow(content.fields, direction, path)];
}

function ownCodecs(field: Field, direction: Direction): RuntimeName[] {
  return direction === 'sealed' ? sealingCodecs(field).reverse() : openingCodecs(field);
}

/** In the order they are applied. A text without rows of content is given and taken as it is on the wire. */
function sealingCodecs(field: Field): RuntimeName[] {
  if (!opensContent(field, 'sealed')) return [];
  return [
    ...(field.content ? [field.content.format === 'urlencoded' ? codecs.encodeForm : codecs.encodeJson] : []),
    ...(field.encryption ? [field.encryption.key === 'bank' ? codecs.encryptForBank : codecs.encryptField] : []),
    ...(field.signature ? [codecs.signField] : []),
  ];
}

const decryption = { 'by-rsa-pubkey': codecs.decryptField, 'by-aes-gcm': codecs.decryptGcm, 'by-aes-ecb': codecs.decryptEcb } as const;
const decoding = { json: codecs.decodeJson, xml: codecs.decodeXml, urlencoded: codecs.decodeForm } as const;

function openingCodecs({ encryption, content }: Field): RuntimeName[] {
  return [...(encryption ? [decryption[encryption.kind]] : []), ...(content ? [decoding[content.format]] : [])];
}

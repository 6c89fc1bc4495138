import type { Field, KeyOwner, RequestGroup } from './api.js';

/** One step between a plain value and its wire form, in the words of the pages (dialect.md §19). */
export type WireLayer = {
  /** Names joined with `.`; lists on the way are not marked. */
  readonly at: string;
  readonly by: 'by-rsa-pubkey' | 'by-aes-gcm' | 'by-aes-ecb' | 'by-json_encode' | 'by-urlencode' | 'by-rsa-privatekey';
  /** Encryptions only. */
  readonly key?: KeyOwner;
  /** What an AES encryption holds; absent for JSON. */
  readonly format?: 'xml';
};

/**
 * The layers of a request. Where only text travels, an object travels as its JSON; without rows it is the file of an upload. In XML, where
 * names do not repeat, a list does so, too: it is seen through where its texts are encrypted, else it is text.
 */
export function requestLayers(groups: readonly RequestGroup[]): WireLayer[] {
  return [...groups.flatMap(textLayers), ...wireLayers(groups.map(({ field }) => field))];
}

function textLayers({ role, field: group }: RequestGroup): WireLayer[] {
  if (role !== 'query' && role !== 'headers' && role !== 'body' && role !== 'xml') return [];
  return group.fields
    .filter((field) => field.content === undefined && field.encoding === undefined)
    .filter((field) => field.type === 'object' || (role === 'xml' && isListOfSecrets(field)))
    .filter(({ fields }) => role !== 'body' || fields.length > 0)
    .map(({ name }) => ({ at: `${group.name}.${name}`, by: 'by-json_encode' }));
}

function isListOfSecrets({ list, encryption }: Field): boolean {
  return list && encryption !== undefined;
}

/**
 * The layers of fields and of all that is inside of them, outer ones first. Of alternative shapes only the first counts, as in
 * example values.
 *
 * @param path of the object that holds the fields (default: the message itself)
 */
export function wireLayers(fields: readonly Field[], path = ''): WireLayer[] {
  return fields.flatMap((field) => fieldLayers(field, path === '' ? field.name : `${path}.${field.name}`));
}

/** @param at path of the field itself */
function fieldLayers(field: Field, at: string): WireLayer[] {
  const { encryption, encoding, signature, content } = field;
  // RSA hides a string: whatever is inside of it is JSON text, even without a mark.
  const hidden = encryption?.kind === 'by-rsa-pubkey' ? 'by-json_encode' : undefined;
  const encoded = content && (encoding?.value ?? hidden);
  const format = content?.format === 'xml' ? ({ format: 'xml' } as const) : {};
  return [
    ...(encryption === undefined ? [] : [{ at, by: encryption.kind, key: encryption.key, ...format }]),
    // Text without rows of content is given and taken as it is on the wire.
    ...(encoded === undefined ? [] : [{ at, by: encoded }]),
    ...(signature === undefined ? [] : [{ at, by: signature.value }]),
    ...wireLayers(field.fields, at),
    ...contentLayers(field, at),
  ];
}

/** A list in the place of its only field hides that field's name (dialect.md §11). */
function contentLayers({ content }: Field, at: string): WireLayer[] {
  if (content === undefined) return [];
  const [label] = content.fields;
  return content.shape === 'object' || label === undefined ? wireLayers(content.fields, at) : fieldLayers(label, at);
}

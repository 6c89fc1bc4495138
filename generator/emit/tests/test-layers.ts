import type { Field } from '../../model/api.js';

/** One step between a plain value and its wire form, in the words of the pages (dialect.md §19). */
export type TestLayer = {
  readonly at: string;
  readonly by: 'by-rsa-pubkey' | 'by-aes-gcm' | 'by-aes-ecb' | 'by-json_encode' | 'by-urlencode' | 'by-rsa-privatekey';
  readonly key?: string;
  readonly format?: 'xml';
};

/**
 * The layers of fields and of all that is inside of them, outer ones first. Of alternative shapes only the first counts, as in
 * example values.
 *
 * @param path of the object that holds the fields; `''` is the message itself
 */
export function layersOf(fields: readonly Field[], path = ''): TestLayer[] {
  return fields.flatMap((field) => fieldLayers(field, path === '' ? field.name : `${path}.${field.name}`));
}

/** Those of one field that stands at `at`. */
export function fieldLayers(field: Field, at: string): TestLayer[] {
  const { encryption, encoding, signature, content } = field;
  const format = content?.format === 'xml' ? ({ format: 'xml' } as const) : {};
  return [
    ...(encryption === undefined ? [] : [{ at, by: encryption.kind, key: encryption.key, ...format }]),
    ...(encoding === undefined ? [] : [{ at, by: encoding.value }]),
    ...(signature === undefined ? [] : [{ at, by: signature.value }]),
    ...layersOf(field.fields, at),
    ...contentLayers(field, at),
  ];
}

/** A list in the place of its only field hides that field's name (dialect.md §11). */
function contentLayers({ content }: Field, at: string): TestLayer[] {
  if (content === undefined) return [];
  const [label] = content.fields;
  return content.shape === 'object' || label === undefined ? layersOf(content.fields, at) : fieldLayers(label, at);
}

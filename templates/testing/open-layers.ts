import { openEcb } from './aes-ecb.js';
import { openGcm } from './aes-gcm.js';
import { changeAt } from './change-at.js';
import { gcmSiblings } from './gcm-siblings.js';
import { isJsonList, parseJson, type Json, type JsonObject } from './json.js';
import type { Keys } from './keys.js';
import type { Layer } from './layer.js';
import { rsaPairOf } from './rsa-pair-of.js';
import { decryptRsa } from './rsa.js';
import { parseUrlencoded } from './urlencoded.js';
import { parseXml } from './xml.js';

/** What the reader finds below the layers, and what was wrong with them. */
export interface Opened {
  readonly value: JsonObject;
  /** A sentence per string that could not be opened; it stays as it arrived. */
  readonly faults: readonly string[];
}

/**
 * Undoes the layers of a message. Absent values, `null` and empty strings stay as they are; of a list of encrypted strings each is
 * opened by itself. Signatures stay: nothing is inside of them.
 *
 * @param layers outer ones before inner ones
 */
export function openLayers(message: JsonObject, layers: readonly Layer[], keys: Keys): Opened {
  const faults: string[] = [];
  const openOne = (sealed: Json, layer: Layer, parent: JsonObject): Json => {
    if (sealed === '' || sealed === null) return sealed;
    const plain = typeof sealed === 'string' ? open(sealed, layer, keys, parent) : undefined;
    if (plain === undefined) faults.push(`${layer.at} is not ${layer.by}${layer.key === undefined ? '' : ` for the ${layer.key} key`}`);
    return plain ?? sealed;
  };
  const value = layers.reduce(
    (current, layer) =>
      changeAt(current, layer.at, (sealed, parent) => {
        const opened = (value: Json): Json => (isJsonList(value) ? value.map(opened) : openOne(value, layer, parent));
        return opened(sealed);
      }),
    message,
  );
  return { value, faults };
}

function open(sealed: string, layer: Layer, keys: Keys, parent: JsonObject): Json | undefined {
  switch (layer.by) {
    case 'by-rsa-pubkey':
      return decryptRsa(sealed, rsaPairOf(layer, keys).privateKey);
    case 'by-json_encode':
      return parseJson(sealed);
    case 'by-urlencode':
      return parseUrlencoded(sealed);
    case 'by-rsa-privatekey':
      return sealed;
    case 'by-aes-gcm':
      return parseContent(openGcm(sealed, { key: keys.apiV3Key, ...gcmSiblings(layer.at, parent) }), layer);
    case 'by-aes-ecb':
      return parseContent(openEcb(sealed, keys.apiKey), layer);
  }
}

function parseContent(text: string | undefined, { format }: Layer): Json | undefined {
  if (text === undefined) return undefined;
  return format === 'xml' ? parseXml(text) : parseJson(text);
}

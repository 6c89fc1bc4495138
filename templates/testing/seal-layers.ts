import { sealEcb } from './aes-ecb.js';
import { sealGcm } from './aes-gcm.js';
import { changeAt } from './change-at.js';
import { spreadLists } from './flat-lists.js';
import { gcmSiblings } from './gcm-siblings.js';
import { isJsonList, isJsonObject, textOf, textsOf, type Json, type JsonObject } from './json.js';
import type { Keys } from './keys.js';
import type { Layer } from './layer.js';
import { rsaPairOf } from './rsa-pair-of.js';
import { encryptRsa, signText } from './rsa.js';
import { buildUrlencoded } from './urlencoded.js';
import { buildXml } from './xml.js';

/**
 * Puts the layers on a plain message. Absent values, `null` and empty strings stay as they are; of a list of strings each is
 * encrypted by itself, and each value of a numbered name (`coupon_id_$n`) is treated by itself.
 *
 * @param layers outer ones before inner ones
 */
export function sealLayers(message: JsonObject, layers: readonly Layer[], keys: Keys): JsonObject {
  return layers.reduceRight(
    (current, layer) =>
      changeAt(current, layer.at, (plain, parent) => {
        const sealed = (value: Json, depth: number): Json => {
          if (value === '' || value === null) return value;
          const isEach = depth > 0 || layer.by === 'by-rsa-pubkey';
          return isEach && isJsonList(value) ? value.map((item) => sealed(item, depth - 1)) : seal(value, layer, keys, parent);
        };
        return sealed(plain, numbersIn(layer));
      }),
    message,
  );
}

/** How many numbers the name of a layer has, each of which is a list. */
function numbersIn({ at }: Layer): number {
  return at.slice(at.lastIndexOf('.') + 1).match(/\$[a-z]/g)?.length ?? 0;
}

function seal(plain: Json, layer: Layer, keys: Keys, parent: JsonObject): string {
  switch (layer.by) {
    case 'by-rsa-pubkey':
      return encryptRsa(textOf(plain), rsaPairOf(layer, keys).publicKey);
    case 'by-json_encode':
      return JSON.stringify(plain);
    case 'by-urlencode':
      return buildUrlencoded(textsOf(plain));
    case 'by-rsa-privatekey':
      return signText(textOf(plain), keys.merchant.privateKey);
    case 'by-aes-gcm':
      return sealGcm(contentText(plain, layer), { key: keys.apiV3Key, ...gcmSiblings(layer.at, parent) });
    case 'by-aes-ecb':
      return sealEcb(contentText(plain, layer), keys.apiKey);
  }
}

/** Content that no row describes is text as it stands. */
function contentText(plain: Json, { format }: Layer): string {
  if (typeof plain === 'string') return plain;
  return format === 'xml' && isJsonObject(plain) ? buildXml(spreadLists(plain), 'root') : JSON.stringify(plain);
}

import { changeAt } from '../testing/change-at.js';
import { isJsonList, type JsonObject } from '../testing/json.js';
import type { Layer } from '../testing/layer.js';

/** The values of all RSA-encrypted fields that stand nowhere else in the message, so that seeing them on the wire is no chance. */
export function plainTexts(message: JsonObject, layers: readonly Layer[]): string[] {
  const texts: string[] = [];
  let rest = message;
  for (const { at } of layers.filter(({ by }) => by === 'by-rsa-pubkey')) {
    rest = changeAt(rest, at, (value) => {
      texts.push(...(isJsonList(value) ? value : [value]).map(String));
      return undefined;
    });
  }
  const elsewhere = JSON.stringify(rest);
  return texts.filter((text) => text.length >= 8 && !elsewhere.includes(text));
}

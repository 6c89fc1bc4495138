import { changeAt } from '../testing/change-at.js';
import { isJsonList, type JsonObject } from '../testing/json.js';
import type { Layer } from '../testing/layer.js';

/** The values of all RSA-encrypted fields that nobody would meet by chance. */
export function plainTexts(message: JsonObject, layers: readonly Layer[]): string[] {
  const texts: string[] = [];
  for (const { at } of layers.filter(({ by }) => by === 'by-rsa-pubkey')) {
    changeAt(message, at, (value) => {
      texts.push(...(isJsonList(value) ? value : [value]).map(String));
      return value;
    });
  }
  return texts.filter((text) => text.length >= 8);
}

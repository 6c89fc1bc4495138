import type { Keys, RsaPair } from './keys.js';
import type { Layer } from './layer.js';

/** The pair of an RSA layer; the merchant's unless the page names another owner. */
export function rsaPairOf({ key }: Layer, keys: Keys): RsaPair {
  switch (key) {
    case 'platform':
      return keys.platform;
    case 'bank':
      return keys.bank;
    default:
      return keys.merchant;
  }
}

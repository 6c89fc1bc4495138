import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeKeys, privatePem, type Keys, type RsaPair } from '../../templates/testing/keys.js';
import { isJsonObject, parseJson } from '../../templates/testing/json.js';

/**
 * The keys in a file; made and written there if there is none. So a receiver of notifications can be told the keys beforehand.
 *
 * @throws {Error} if the file holds something else
 */
export function keepKeys(file: string): Keys {
  if (existsSync(file)) return readKeys(file);
  const keys = makeKeys();
  const pems = { merchant: pemOf(keys.merchant), platform: pemOf(keys.platform), bank: pemOf(keys.bank) };
  writeFileSync(file, `${JSON.stringify({ ...keys, ...pems }, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

function readKeys(file: string): Keys {
  const kept = parseJson(readFileSync(file, 'utf8'));
  const text = (name: string): string => {
    const value = isJsonObject(kept) ? kept[name] : undefined;
    if (typeof value !== 'string') throw new Error(`${file} holds no keys of the mock server; remove it to have new ones made`);
    return value;
  };
  return {
    mchid: text('mchid'),
    merchantSerial: text('merchantSerial'),
    merchant: pairOf(text('merchant')),
    platformSerial: text('platformSerial'),
    platform: pairOf(text('platform')),
    bank: pairOf(text('bank')),
    apiV3Key: text('apiV3Key'),
    apiKey: text('apiKey'),
  };
}

function pemOf({ privateKey }: RsaPair): string {
  return privatePem(privateKey);
}

function pairOf(pem: string): RsaPair {
  const privateKey: KeyObject = createPrivateKey(pem);
  return { privateKey, publicKey: createPublicKey(pem) };
}

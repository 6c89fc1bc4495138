import { describe, expect, it } from 'vitest';
import { changeAt } from '../../../templates/testing/change-at.js';
import { makeKeys } from '../../../templates/testing/keys.js';
import type { Layer } from '../../../templates/testing/layer.js';
import { openLayers } from '../../../templates/testing/open-layers.js';
import { sealLayers } from '../../../templates/testing/seal-layers.js';

const keys = makeKeys();

const cases: readonly [string, Readonly<Record<string, unknown>>, readonly Layer[]][] = [
  ['an encrypted field', { a: { b: 'plain' } }, [{ at: 'a.b', by: 'by-rsa-pubkey', key: 'platform' }]],
  ['each element of an encrypted list', { a: ['one', 'two'] }, [{ at: 'a', by: 'by-rsa-pubkey', key: 'merchant' }]],
  ['each element of encrypted lists in a list', { a: [['one'], ['two', 'three']] }, [{ at: 'a', by: 'by-rsa-pubkey', key: 'merchant' }]],
  ['fields of the elements of a list', { a: [{ b: 'one' }, { b: 'two' }, {}] }, [{ at: 'a.b', by: 'by-rsa-pubkey', key: 'bank' }]],
  [
    'JSON inside of JSON',
    { a: { b: [1, { c: 2 }] } },
    [
      { at: 'a', by: 'by-json_encode' },
      { at: 'a.b', by: 'by-json_encode' },
    ],
  ],
  [
    'an encrypted field inside of JSON',
    { a: { b: 'plain' } },
    [
      { at: 'a', by: 'by-json_encode' },
      { at: 'a.b', by: 'by-rsa-pubkey', key: 'platform' },
    ],
  ],
  ['urlencoded text', { a: { b: '1 & 2' } }, [{ at: 'a', by: 'by-urlencode' }]],
  [
    'a sealed resource with its nonce',
    { r: { nonce: '0123456789ab', associated_data: 'x', ciphertext: { a: 1 } } },
    [{ at: 'r.ciphertext', by: 'by-aes-gcm', key: 'apiv3' }],
  ],
  [
    'sealed XML beside a prefixed nonce',
    { event_nonce: '0123456789ab', event_ciphertext: { a: '1' } },
    [{ at: 'event_ciphertext', by: 'by-aes-gcm', key: 'apiv3', format: 'xml' }],
  ],
  [
    'XML under the digest of the API key',
    { req_info: { a: '1' } },
    [{ at: 'req_info', by: 'by-aes-ecb', key: 'apikey-digest', format: 'xml' }],
  ],
];

describe('layers', () => {
  it.each(cases)('hide and give back %s', (_what, plain, layers) => {
    const message = JSON.parse(JSON.stringify(plain));
    const sealed = sealLayers(message, layers, keys);
    expect(sealed).not.toEqual(message);
    expect(JSON.parse(JSON.stringify(openLayers(sealed, layers, keys)))).toEqual({ value: message, faults: [] });
  });

  it('leave absent values, null and empty strings alone', () => {
    const layers: readonly Layer[] = [{ at: 'a.b', by: 'by-rsa-pubkey', key: 'platform' }];
    for (const message of [{}, { a: {} }, { a: { b: null } }, { a: { b: '' } }]) {
      expect(sealLayers(message, layers, keys)).toEqual(message);
      expect(openLayers(message, layers, keys)).toEqual({ value: message, faults: [] });
    }
  });

  it.each([
    ['plain text', 'plain'],
    ['cipher text for another key', sealLayers({ a: 'plain' }, [{ at: 'a', by: 'by-rsa-pubkey', key: 'merchant' }], keys)['a']],
    ['a value that is no string', 7],
  ])('report %s where cipher text belongs', (_what, value) => {
    const message = { a: value ?? null };
    expect(openLayers(message, [{ at: 'a', by: 'by-rsa-pubkey', key: 'platform' }], keys)).toEqual({
      value: message,
      faults: ['a is not by-rsa-pubkey for the platform key'],
    });
  });
});

describe('changeAt', () => {
  it('copies what it changes and nothing else', () => {
    const message = { a: { b: 1 }, c: { d: 2 } };
    const changed = changeAt(message, 'a.b', () => 3);
    expect(changed).toEqual({ a: { b: 3 }, c: { d: 2 } });
    expect(message.a.b).toBe(1);
    expect(changed['c']).toBe(message.c);
  });

  it('takes away what is changed to undefined', () => {
    expect(changeAt({ a: [{ b: 1, c: 2 }, { c: 3 }] }, 'a.b', () => undefined)).toEqual({ a: [{ c: 2 }, { c: 3 }] });
  });

  it('sees own names only', () => {
    expect(changeAt({}, 'constructor.name', () => 'x')).toEqual({});
  });
});

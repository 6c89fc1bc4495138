import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyLayers } from '../../../templates/runtime/apply-layers.js';
import { asList } from '../../../templates/runtime/as-list.js';
import { decodeForm } from '../../../templates/runtime/decode-form.js';
import { decodeJson } from '../../../templates/runtime/decode-json.js';
import { encodeForm } from '../../../templates/runtime/encode-form.js';
import { encodeJson } from '../../../templates/runtime/encode-json.js';
import { ValidationError } from '../../../templates/runtime/errors.js';
import { gatherLists, spreadLists } from '../../../templates/runtime/flat-lists.js';
import { makeNonce } from '../../../templates/runtime/make-nonce.js';
import type { Codec, Operation, Shape } from '../../../templates/runtime/operation.js';
import { receiveNothing } from '../../../templates/runtime/receive-nothing.js';
import { sendJson } from '../../../templates/runtime/send-json.js';
import { requestMessage } from '../../../templates/runtime/sign-request.js';
import { targetUrl } from '../../../templates/runtime/target-url.js';
import { typeTexts } from '../../../templates/runtime/type-texts.js';
import { fakeMerchant } from '../../support/fake-merchant.js';

const merchant = fakeMerchant();
const surroundings = { merchant };
const shout: Codec = (value) => String(value).toUpperCase();

function operation(path: string, more: Partial<Operation> = {}): Operation {
  return { id: `GET ${path}`, method: 'GET', path, validate: () => undefined, send: sendJson, receive: receiveNothing, ...more };
}

describe('the signed message', () => {
  it('ends every line with one line feed, the last one too', () => {
    expect(requestMessage('GET', '/v3/refund/domestic/refunds/123?sub_mchid=9', '1554208460', '593BEC0C', '')).toBe(
      'GET\n/v3/refund/domestic/refunds/123?sub_mchid=9\n1554208460\n593BEC0C\n\n',
    );
  });
});

describe('makeNonce', () => {
  it('gives 32 letters and digits, new ones each time', () => {
    expect(makeNonce()).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(makeNonce()).not.toBe(makeNonce());
  });
});

describe('targetUrl', () => {
  const main = 'https://api.mch.weixin.qq.com';

  it.each<[string, object, string]>([
    ['/v3/a', {}, '/v3/a'],
    ['/v3/a/', {}, '/v3/a/'],
    ['/v3/a/{id}', { id: 'x/y z?#%' }, '/v3/a/x%2Fy%20z%3F%23%25'],
    ['/v3/a/{id}/b', { id: 12 }, '/v3/a/12/b'],
    ['/v3/a', { query: { b: '1 + 1', a: '名' } }, '/v3/a?b=1%20%2B%201&a=%E5%90%8D'],
    ['/v3/a', { query: { a: ['1', '2'], b: undefined, c: null, d: 0, e: false } }, '/v3/a?a=1&a=2&d=0&e=false'],
    ['/v3/a', { query: {} }, '/v3/a'],
  ])('makes of %s and %j the target %s', (path, input, want) => {
    expect(targetUrl(merchant, operation(path), { ...input }).href).toBe(main + want);
  });

  it.each(['', '.', '..', undefined])('refuses the path parameter %j, which would lead elsewhere', (id) => {
    expect(() => targetUrl(merchant, operation('/v3/a/{id}/b'), { id })).toThrow('/id must be');
  });

  it.each<[object, string]>([
    [{ id: '\ud800' }, '/id'],
    [{ id: 'a', query: { b: ['x', '\udc00'] } }, '/query/b'],
  ])('refuses half a surrogate pair before anything is sent, case %#', (input, pointer) => {
    expect(() => targetUrl(merchant, operation('/v3/a/{id}'), { ...input })).toThrow(
      new ValidationError([{ pointer, kind: 'type', expected: 'Unicode' }]),
    );
  });

  it('keeps any other path parameter within its segment', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        fc.pre(!/^\.{0,2}$/.test(id));
        const { pathname } = targetUrl(merchant, operation('/v3/a/{id}/b'), { id });
        expect(pathname.split('/')).toHaveLength(5);
        expect(decodeURIComponent(pathname.split('/')[3] ?? '')).toBe(id);
      }),
    );
  });

  it.each<[string, object, string | undefined, string | undefined, string]>([
    ['the main host', {}, undefined, undefined, `${main}/v3/a`],
    ['the address of the input', { base_uri: 'https://api.mch.weixin.qq.com/hk/' }, undefined, undefined, `${main}/hk/v3/a`],
    ['the host of the page', {}, 'https://fraud.mch.weixin.qq.com/', undefined, 'https://fraud.mch.weixin.qq.com/v3/a'],
    ['a mock server', {}, undefined, 'http://127.0.0.1:1', 'http://127.0.0.1:1/v3/a'],
    [
      'a mock server for an address of the input',
      { base_uri: 'https://apihk.mch.weixin.qq.com/global/' },
      undefined,
      'http://127.0.0.1:1',
      'http://127.0.0.1:1/global/v3/a',
    ],
    ['a proxy with a path', {}, undefined, 'https://proxy.example.com/pay', 'https://proxy.example.com/pay/v3/a'],
    [
      'a proxy with a path for an address of the page',
      { base_uri: 'https://api.mch.weixin.qq.com/hk/' },
      'https://fraud.mch.weixin.qq.com/',
      'https://proxy.example.com/pay',
      'https://proxy.example.com/pay/hk/v3/a',
    ],
    [
      'no host that the path of an address looks like',
      { base_uri: 'https://api.mch.weixin.qq.com//other.example.com/' },
      undefined,
      'https://proxy.example.com',
      'https://proxy.example.com//other.example.com/v3/a',
    ],
  ])('calls %s', (_, input, host, baseUrl, want) => {
    const page = operation('/v3/a', host === undefined ? {} : { host });
    expect(targetUrl(fakeMerchant({ baseUrl }), page, { ...input }).href).toBe(want);
  });

  it('calls nothing but https', () => {
    expect(() => targetUrl(merchant, operation('/v3/a'), { base_uri: 'http://example.com/' })).toThrow('`base_uri`');
  });
});

describe('applyLayers', () => {
  it.each<[string, unknown, string, unknown]>([
    ['a field', { json: { a: 'x', b: 'y' } }, 'json.a', { json: { a: 'X', b: 'y' } }],
    [
      'fields of the objects of a list',
      { json: { list: [{ a: 'x' }, { b: 'y' }] } },
      'json.list.a',
      { json: { list: [{ a: 'X' }, { b: 'y' }] } },
    ],
    ['fields of lists of lists', { a: [[{ b: 'x' }]] }, 'a.b', { a: [[{ b: 'X' }]] }],
    ['nothing that is absent', { json: {} }, 'json.a', { json: {} }],
    ['nothing that is null', { json: { a: null } }, 'json.a', { json: { a: null } }],
    ['nothing of another shape', { json: 'text' }, 'json.a', { json: 'text' }],
    ['own fields only', { json: {} }, 'json.constructor.name', { json: {} }],
  ])('changes %s', (_, value, path, want) => {
    const before = structuredClone(value);
    expect(applyLayers(value, [[path, shout]], surroundings)).toEqual(want);
    expect(value).toEqual(before);
  });

  it('tells the items of a list from an object in its place', () => {
    const inItems = (given: unknown): unknown => applyLayers({ a: given }, [['a.*', shout]], surroundings);
    expect(inItems(['x', 'y'])).toEqual({ a: ['X', 'Y'] });
    expect(inItems({ b: ['x'] })).toEqual({ a: { b: ['x'] } });
    expect(inItems('x')).toEqual({ a: 'x' });
  });

  it('applies layers in their order, from the inside out', () => {
    const layers = [
      ['json.a.b', shout],
      ['json.a', encodeJson],
    ] as const;
    expect(applyLayers({ json: { a: { b: 'x' } } }, layers, surroundings)).toEqual({ json: { a: '{"b":"X"}' } });
  });

  it('tells the codec where the field is and what stands beside it', () => {
    const seen: unknown[] = [];
    const look: Codec = (_, { pointer, parent }) => seen.push({ pointer, parent });
    applyLayers({ json: { list: [{ a: 'x', nonce: 'n' }] } }, [['json.list.a', look]], surroundings);
    expect(seen).toEqual([{ pointer: '/json/list/0/a', parent: { a: 'x', nonce: 'n' } }]);
  });

  it('pollutes no prototype', () => {
    const value: unknown = JSON.parse('{"__proto__":{"a":"x"}}');
    const changed = applyLayers(value, [['__proto__.a', shout]], surroundings);
    expect(JSON.stringify(changed)).toBe('{"__proto__":{"a":"X"}}');
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
  });
});

describe('codecs', () => {
  const context = { merchant, serial: undefined, shape: undefined, pointer: '/a', parent: {} };

  it.each([{ a: 1, b: ['x'] }, ['x', 'y'], [], {}])('decode the JSON they encode: %j', (value) => {
    const text = encodeJson(value, context);
    expect(text).toBe(JSON.stringify(value));
    expect(decodeJson(text, context)).toEqual(value);
  });

  it.each(['', 'not json', 7])('leave %j alone, which is no JSON text of an object', (value) => {
    expect(decodeJson(value, context)).toBe(value);
  });

  it.each<[unknown, unknown]>([
    [{ a: 1 }, [{ a: 1 }]],
    [[{ a: 1 }], [{ a: 1 }]],
    ['x', ['x']],
    ['', ''],
  ])('make of %j, where the page says list, %j', (value, want) => {
    expect(asList(value, context)).toEqual(want);
  });

  it('join and percent-encode forms', () => {
    expect(encodeForm({ time: 17, name: 'x y', gone: undefined }, context)).toBe('time%3D17%26name%3Dx%20y');
    expect(decodeForm('time%3D17%26name%3Dx%20y', context)).toEqual({ time: '17', name: 'x y' });
    expect(decodeForm('%', context)).toBe('%');
    expect(() => encodeForm({ name: '\ud800' }, context)).toThrow('/a must be Unicode');
  });
});

describe('numbered parameters', () => {
  const shape = { coupon_id_$n: '', coupon_refund_id_$n: '', coupon_refund_id_$n_$m: '', plain_0: '' };

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['a list', { coupon_id_0: 'a', coupon_id_1: 'b' }, { coupon_id_$n: ['a', 'b'] }],
    ['a list out of order', { coupon_id_1: 'b', coupon_id_0: 'a' }, { coupon_id_$n: ['a', 'b'] }],
    ['a list of lists', { coupon_refund_id_0_0: 'a', coupon_refund_id_1_1: 'b' }, { coupon_refund_id_$n_$m: [['a'], ['', 'b']] }],
    [
      'lists of one name',
      { coupon_refund_id_0: 'a', coupon_refund_id_0_0: 'b' },
      { coupon_refund_id_$n: ['a'], coupon_refund_id_$n_$m: [['b']] },
    ],
    ['a name that only looks numbered', { plain_0: 'a', other_1: 'b' }, { plain_0: 'a', other_1: 'b' }],
  ])('are gathered into %s', (_, flat, want) => {
    expect(gatherLists(flat, shape)).toEqual(want);
  });

  it('are never gathered into a list of hostile length', () => {
    expect(gatherLists({ coupon_id_99999999: 'a' }, shape)).toEqual({ coupon_id_99999999: 'a' });
  });

  it('are spread as deep as they are numbered', () => {
    expect(spreadLists({ coupon_$n: [['a', 'b'], ['c']], plain: ['d'] })).toEqual({ coupon_0: ['a', 'b'], coupon_1: ['c'], plain: ['d'] });
  });

  it('are spread as they were gathered', () => {
    const lists = { coupon_id_$n: ['a', 'b'], coupon_refund_id_$n_$m: [['a'], ['b', 'c']], plain: 'x' };
    expect(gatherLists(spreadLists(lists), shape)).toEqual(lists);
  });
});

describe('typeTexts', () => {
  it.each<[unknown, Shape, unknown]>([
    ['12', 0, 12],
    ['-1.5', 0, -1.5],
    ['12a', 0, '12a'],
    ['', 0, ''],
    ['007', '', '007'],
    ['1', [1, 2], 1],
    ['true', false, true],
    [['1', '2'], 0, [1, 2]],
    ['x', null, 'x'],
    ['{"b":"1"}', { b: 0 }, '{"b":"1"}'],
    [
      { b: '1', c: [{ d: '2' }] },
      { b: 0, c: { d: 0 } },
      { b: 1, c: [{ d: 2 }] },
    ],
  ])('makes of %j with the shape %j the value %j', (value, shape, want) => {
    expect(typeTexts({ a: value, other: '1' }, { a: shape })).toEqual({ a: want, other: '1' });
  });
});

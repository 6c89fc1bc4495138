import { describe, expect, it } from 'vitest';
import { modulePath } from '../../generator/emit/module-path.js';
import { camelCase, chainKey, createModuleScope, eventName, isProperName, pascalCase, variableName } from '../../generator/emit/names.js';
import { chainName } from '../../templates/runtime/chain.js';
import * as validation from '../../templates/runtime/validation.js';
import * as wrongValue from '../../templates/runtime/wrong-value.js';

describe('pascalCase', () => {
  it.each([
    ['goods_detail', 'GoodsDetail'],
    ['Wechatpay-Serial', 'WechatpaySerial'],
    ['coupon_id_$n', 'CouponIdN'],
    ['__proto__', 'Proto'],
    ['_', ''],
  ])('makes %s to %s', (name, type) => {
    expect(pascalCase(name)).toBe(type);
  });
});

describe('camelCase', () => {
  it.each([
    ['goods_detail', 'goodsDetail'],
    ['package', '_package'],
    ['new', '_new'],
    ['undefined', '_undefined'],
    ['2nd', '_2nd'],
    ['_', '_'],
  ])('makes %s to the variable %s', (name, variable) => {
    expect(camelCase(name)).toBe(variable);
  });
});

describe('variableName', () => {
  it.each([
    ['goods_detail', 'goods_detail'],
    ['Wechatpay-Serial', 'wechatpaySerial'],
    ['Number', 'number'],
    ['package', '_package'],
    ['checkAmount', '_checkAmount'],
    ['checked', 'checked'],
    ['recheckAll', 'recheckAll'],
    ['a-b', 'aB'],
    ['2nd', '_2nd'],
  ])('reads %s into %s', (name, variable) => {
    expect(variableName(name)).toBe(variable);
  });
});

describe('eventName', () => {
  it.each([
    ['REFUND.SUCCESS', 'RefundSuccess'],
    ['transaction-success', 'TransactionSuccess'],
    ['BRAND_CARD.USER', 'BrandCardUser'],
    ['2ND', '_2nd'],
    ['refundSuccess', 'RefundSuccess'],
    ['2Nd', '_2Nd'],
  ])('makes %s to the type %s', (name, type) => {
    expect(eventName(name)).toBe(type);
  });
});

describe('chainKey', () => {
  const segments = ['wb-channel', '{out_trade_no}', '', 'electronic-receipts', 'out-3d', 'A-B', 'pay_bank', '{empty}'];

  it.each([
    ['wb-channel', 'wbChannel'],
    ['{out_trade_no}', '_out_trade_no_'],
    ['', '_empty_'],
    ['out-3d', 'out-3d'],
    ['a{b}', 'a{b}'],
    ['{a}b', '{a}b'],
  ])('makes the segment %j to %s', (segment, key) => {
    expect(chainKey(segment)).toBe(key);
  });

  it.each(segments)('agrees with the runtime on %j', (segment) => {
    expect(chainKey(segment)).toBe(chainName(segment));
  });
});

it.each([
  ['tea', true],
  ['Tea-2_b', true],
  ['', false],
  ['a b', false],
  ['.a', false],
  ['a.', false],
  ['茶', false],
])('%j is written like the name of a row: %s', (value, is) => {
  expect(isProperName(value)).toBe(is);
});

describe('a scope', () => {
  // Only the runtime itself calls `fail`.
  const own = Object.keys({ ...validation, ...wrongValue }).filter((name) => name !== 'fail');

  it.each([...own, 'isUploadFile', 'input', 'issues', 'wrong', 'index', 'item'])(
    'hides no %s, which generated statements refer to',
    (name) => {
      expect(createModuleScope().claim(name)).toBe(`${name}2`);
    },
  );

  it('numbers names that are taken, also those that differ in no letter after the first use', () => {
    const scope = createModuleScope();
    expect([scope.claim('Tea'), scope.claim('Tea'), scope.claim('tea'), scope.claim('Tea')]).toEqual(['Tea', 'Tea2', 'tea', 'Tea3']);
  });

  it('keeps inner names from hiding outer ones and the functions of the runtime', () => {
    const scope = createModuleScope();
    scope.claim('values');
    const inner = scope.inner();
    expect([inner.claim('values'), inner.claim('nest'), inner.claim('input')]).toEqual(['values2', 'nest2', 'input2']);
    expect(scope.claim('values2')).toBe('values2');
  });
});

describe('modulePath', () => {
  it.each([
    ['openapi/v3/a/{id}/b.md', 'src/v3/a/_id_/b'],
    ['openapi/v3/ecommerce/applyments/index.md', 'src/v3/ecommerce/applyments/_empty_'],
    ['webhook/v3/REFUND.SUCCESS.md', 'src/webhooks/v3/REFUND.SUCCESS'],
    ['openapi/v2/pay/refundquery.md', 'src/v2/pay/refundquery'],
    ['v3/teas.md', 'src/v3/teas'],
    ['openapi/teas.md', 'src/pages/teas'],
    ['tea/v3/pots.md', 'src/pages/tea/v3/pots'],
    ['openapi/v3/a.d.md', 'src/v3/a_d'],
    ['openapi/v3/a.d.b/c.dx.md', 'src/v3/a_d.b/c.dx'],
    ['openapi/v3/node_modules/a.md', 'src/v3/_node_modules_/a'],
    ['openapi/v3/my_node_modules/node_modules.x.md', 'src/v3/my_node_modules/node_modules.x'],
    ['openapi/v3/a.mdx.md', 'src/v3/a.mdx'],
    ['openapi/v3/a{b}/{c}d.md', 'src/v3/a{b}/{c}d'],
  ])('puts %s at %s', (file, path) => {
    expect(modulePath(file)).toBe(path);
  });
});

import { describe, expect, expectTypeOf, it } from 'vitest';
import { chainName } from '../../../templates/runtime/chain.js';
import { clientOf } from '../../../templates/runtime/client.js';
import type { Merchant } from '../../../templates/runtime/merchant.js';
import type { Modules, Routes, Verb, VerbWithoutInput } from '../../../templates/runtime/operation.js';
import { settings } from '../../support/fake-merchant.js';

interface Thing {
  readonly get: VerbWithoutInput<object, string>;
}

interface Things {
  readonly post: Verb<{ a: number }, string>;
  readonly delete: Verb<{ a: number }, string> & { readonly post: Verb<{ a: number }, string> };
  readonly _id_: Thing;
}

interface Tree {
  readonly v3: { readonly wbChannel: Things & { readonly _empty_: Thing; readonly more: Thing } };
}

interface Templates {
  readonly 'v3/wb-channel': Things;
  readonly 'v3/wb-channel/{id}': Thing;
  readonly 'v3/wb-channel/': Thing;
  readonly 'v3/wbChannel': { readonly post: Verb<{ a: number }, string> };
}

/** A module whose verbs tell what they were called with. */
function moduleOf(name: string, verbs: readonly string[]) {
  loaded.push(name);
  return Object.fromEntries(
    verbs.map((verb) => [
      verb,
      async (merchant: Merchant, input: unknown) => ({ data: `${verb} ${name} ${JSON.stringify(input)} ${merchant.mchid}` }),
    ]),
  );
}

const loaded: string[] = [];
const routes: Routes = {
  'v3/wb-channel': 'post delete',
  'v3/wb-channel/delete': 'post',
  'v3/wb-channel/{id}': 'get',
  'v3/wb-channel/': 'get',
  'v3/wbChannel': 'post put',
  'v3/wbChannel/more': 'get',
  'v3/then/__proto__/constructor': 'get',
};
const modules: Modules = {
  operations: {
    'v3/wb-channel': async () => moduleOf('things', ['post', 'delete']),
    'v3/wb-channel/delete': async () => moduleOf('deletion', ['post']),
    'v3/wb-channel/{id}': async () => moduleOf('thing', ['get']),
    'v3/wb-channel/': async () => moduleOf('end', ['get']),
    'v3/wbChannel': async () => moduleOf('twin', ['post', 'put']),
    'v3/wbChannel/more': async () => moduleOf('more', ['get']),
    'v3/then/__proto__/constructor': async () => moduleOf('odd', ['get']),
  },
  webhooks: {},
};

class Client extends clientOf<Tree, Templates, object>(routes, async () => modules) {}

const pay = new Client(settings);

describe('chainName', () => {
  it.each([
    ['pay', 'pay'],
    ['wb-channel', 'wbChannel'],
    ['{out_trade_no}', '_out_trade_no_'],
    ['', '_empty_'],
    ['{empty}', '_empty_'],
    ['h5', 'h5'],
    ['a-1', 'a-1'],
  ])('makes of the segment %j the name %s', (segment, want) => {
    expect(chainName(segment)).toBe(want);
  });
});

describe('the call styles', () => {
  it('reach the same operation', async () => {
    const want = `post things {"a":1} ${settings.mchid}`;
    expect((await pay.v3.wbChannel.post({ a: 1 })).data).toBe(want);
    expect((await pay.chain('v3/wb-channel').post({ a: 1 })).data).toBe(want);
    expect((await pay['v3/wb-channel'].post({ a: 1 })).data).toBe(want);
  });

  it('tell pages whose segments have one name in the property chain: there the first one counts', async () => {
    expect((await pay['v3/wb-channel'].post({ a: 1 })).data).toMatch(/^post things/);
    expect((await pay['v3/wbChannel'].post({ a: 1 })).data).toMatch(/^post twin/);
    expect((await pay.v3.wbChannel.post({ a: 1 })).data).toMatch(/^post things/);
    expect(Reflect.get(pay.v3.wbChannel, 'put')).toBeUndefined();
    expect((await pay.v3.wbChannel.more.get()).data).toMatch(/^get more/);
  });

  it('are typed', () => {
    expectTypeOf(pay.v3.wbChannel._id_.get).toBeCallableWith();
    expectTypeOf(pay.chain('v3/wb-channel/{id}')).toEqualTypeOf<Thing>();
    // Only the compiler reads this.
    const wrong = () => {
      // @ts-expect-error No page has this template.
      void pay.chain('v3/nothing');
      // @ts-expect-error The page has no such verb.
      void pay.v3.wbChannel.put;
    };
    expect(wrong).toBeTypeOf('function');
  });

  it('reach a name that is verb and child at once', async () => {
    expect((await pay.v3.wbChannel.delete({ a: 1 })).data).toMatch(/^delete things/);
    expect((await pay.v3.wbChannel.delete.post({ a: 1 })).data).toMatch(/^post deletion/);
  });

  it('reach parameters and the end after a slash', async () => {
    expect((await pay.v3.wbChannel._id_.get()).data).toMatch(/^get thing/);
    expect((await pay.v3.wbChannel._empty_.get()).data).toMatch(/^get end/);
    expect((await pay['v3/wb-channel/'].get()).data).toMatch(/^get end/);
  });
});

describe('nodes', () => {
  it('are plain objects, the same each time', () => {
    expect(Object.getPrototypeOf(pay.v3.wbChannel)).toBe(Object.prototype);
    expect(pay.v3.wbChannel).toBe(pay.v3.wbChannel);
    expect(Object.keys(pay.v3.wbChannel)).toEqual(['_id_', '_empty_', 'more', 'post', 'delete']);
  });

  it('are never thenable', async () => {
    expect(await pay.v3).toBe(pay.v3);
    expect(await pay['v3/wb-channel']).toBe(pay['v3/wb-channel']);
    expect(typeof Reflect.get(pay.v3, 'then')).toBe('object');
  });

  it('pollute no prototype', () => {
    expect(Object.keys(Reflect.get(pay.v3, 'then') as object)).toEqual(['__proto__']);
    expect(Reflect.get({}, 'get')).toBeUndefined();
  });

  it('load a module only when it is called', async () => {
    loaded.length = 0;
    const another = new Client(settings);
    expect(another.v3.wbChannel.post).toBeTypeOf('function');
    expect(loaded).toEqual([]);
    await another.v3.wbChannel.post({ a: 1 });
    expect(loaded).toEqual(['things']);
  });

  it('belong to their own merchant', async () => {
    const other = new Client({ ...settings, mchid: '1900000099' });
    await Promise.all([pay, other].map(async (client) => expect((await client.v3.wbChannel.post({ a: 1 })).data).toContain(client.mchid)));
  });
});

describe('chain()', () => {
  it.each(['v3/nothing', '', '__proto__', 'constructor'])('names the template %j that no page has', (template) => {
    expect(() => pay.chain(template as 'v3/wb-channel')).toThrow(`There is no page for ${template}`);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../support/tester.js';
import { separator, writePage } from '../support/write-page.js';
import { loadModule, writeSdk, type WrittenSdk } from '../support/written-sdk.js';

type Validate = (input: unknown) => readonly { readonly pointer: string; readonly kind: string; readonly expected: string }[] | undefined;

const pages = [
  writePage('openapi/v3/teas.md', {
    request: [
      'json {data-required} | object',
      'name {data-required data-indent=1} | string',
      'grams {data-required data-indent=1} | integer',
      'price {data-indent=1} | number',
      'hot {data-indent=1} | boolean',
      'size {data-required data-indent=1} | string | `S` \\| `L` 枚举值之一',
      'sugar {data-indent=1} | integer | `0` \\| `1` \\| `2` 枚举值之一',
      'fruit {data-indent=1} | string | `a` \\| `b` \\| `c` \\| `d` \\| `e` \\| `f` \\| `g` \\| `h` \\| `i` 枚举值之一',
      'state {data-indent=1} | number | `20X` `busy` 枚举值之一',
      'tags {data-indent=1} | string[]',
      'moods {data-indent=1} | string[] | `calm` \\| `wild` 枚举值之一',
      'leaves {data-indent=1} | object[]',
      'kind {data-required data-indent=2} | string',
      'origin {data-indent=2} | object',
      'country {data-required data-indent=3} | string',
      'free {data-indent=1} | object',
    ],
  }),
  writePage('openapi/v3/names.md', {
    request: [
      'json {data-required} | object',
      '__proto__ {data-indent=1} | string',
      'constructor {data-indent=1} | string',
      'toString {data-required data-indent=1} | string',
    ],
  }),
  writePage('openapi/v3/places.md', { request: ['json {data-required} | object', '0 {data-required data-indent=1} | string'] }),
  writePage('openapi/v3/cups/{id}.md', { verb: 'get', request: ['id {data-required} | integer'] }),
  writePage('openapi/v3/notes.md', {
    request: [
      'json {data-required} | object',
      'detail {data-required data-indent=1} | string {data-encoded=by-json_encode}',
      separator,
      'goods {data-required data-indent=2} | object[]',
      'code {data-required data-indent=3} | string',
    ],
  }),
  writePage('openapi/v3/scenes.md', {
    request: [
      'json {data-required} | object',
      'scene_info {data-required data-indent=1} | string {data-encoded=by-json_encode}',
      separator,
      'scene {data-required data-indent=2} | object | when `ROAD`',
      'lane {data-required data-indent=3} | string',
      separator,
      'scene {data-required data-indent=2} | object | when `PARK`',
      'lot {data-required data-indent=3} | string',
      'floor {data-required data-indent=3} | integer',
    ],
  }),
  writePage('openapi/v3/trays.md', {
    request: [
      'json {data-required} | object',
      'tray {data-required data-indent=1} | object | when `TEA`',
      'leaf {data-required data-indent=2} | string',
      separator,
      'tray {data-required data-indent=1} | object | when `CUP`',
      'size {data-required data-indent=2} | integer',
      separator,
      'tray {data-required data-indent=1} | object[] | when `MIXED`',
      'part {data-required data-indent=2} | string',
    ],
  }),
].join('\n');

let sdk: WrittenSdk;
const validators = new Map<string, Validate>();

beforeAll(async () => {
  sdk = writeSdk(compile(pages));
  for (const [module, name] of [
    ['teas', 'validatePostInput'],
    ['names', 'validatePostInput'],
    ['places', 'validatePostInput'],
    ['cups/_id_', 'validateGetInput'],
    ['notes', 'validatePostInput'],
    ['scenes', 'validatePostInput'],
    ['trays', 'validatePostInput'],
  ] as const) {
    const { [name]: validate } = await loadModule(sdk, `src/v3/${module}.ts`);
    validators.set(module, validate as Validate);
  }
}, 60_000);
afterAll(() => sdk.dispose());

const tea = { name: 'oolong', grams: 5, size: 'S' };

describe('a validator', () => {
  it.each<[string, string, unknown, readonly string[]]>([
    ['takes what is required', 'teas', { json: tea }, []],
    ['takes an optional value that is undefined', 'teas', { json: { ...tea, price: undefined, leaves: undefined } }, []],
    ['takes fields that the page does not list', 'teas', { json: { ...tea, more: 1 } }, []],
    ['wants an object', 'teas', 'tea', [' type an object']],
    ['wants a group', 'teas', {}, ['/json required an object']],
    ['counts null as missing', 'teas', { json: { ...tea, name: null } }, ['/json/name required a string']],
    [
      'lists all issues',
      'teas',
      { json: {} },
      ['/json/name required a string', '/json/grams required an integer', '/json/size required one of S, L'],
    ],
    ['tells a wrong type', 'teas', { json: { ...tea, name: 1, grams: 1.5 } }, ['/json/name type a string', '/json/grams type an integer']],
    ['wants finite numbers', 'teas', { json: { ...tea, price: Number.NaN } }, ['/json/price type a number']],
    ['wants booleans', 'teas', { json: { ...tea, hot: 'yes' } }, ['/json/hot type a boolean']],
    ['closes lists of values', 'teas', { json: { ...tea, size: 'M' } }, ['/json/size enum one of S, L']],
    ['closes optional lists of numbers', 'teas', { json: { ...tea, sugar: 3 } }, ['/json/sugar enum one of 0, 1, 2']],
    ['closes long lists of values', 'teas', { json: { ...tea, fruit: 'z' } }, ['/json/fruit enum one of a, b, c, d, e, f, g, h, i']],
    ['takes a value of a long list', 'teas', { json: { ...tea, fruit: 'i' } }, []],
    ['takes text where a value is no number, though others beside it are', 'teas', { json: { ...tea, state: '20X' } }, []],
    ['wants text where a value is no number', 'teas', { json: { ...tea, state: 200 } }, ['/json/state type a string']],
    ['wants lists', 'teas', { json: { ...tea, tags: 'a' } }, ['/json/tags type a list']],
    ['checks elements', 'teas', { json: { ...tea, tags: ['a', 1] } }, ['/json/tags/1 type a string']],
    [
      'checks elements against their values',
      'teas',
      { json: { ...tea, moods: ['calm', 'odd'] } },
      ['/json/moods/1 enum one of calm, wild'],
    ],
    [
      'checks objects in lists',
      'teas',
      { json: { ...tea, leaves: [{ kind: 'a' }, {}, { kind: 'b', origin: {} }, 7] } },
      ['/json/leaves/1/kind required a string', '/json/leaves/2/origin/country required a string', '/json/leaves/3 type an object'],
    ],
    ['takes any object where the page lists no rows', 'teas', { json: { ...tea, free: { a: 1 } } }, []],
    ['wants an object where the page lists no rows', 'teas', { json: { ...tea, free: [] } }, ['/json/free type an object']],
    ['does not see inherited members', 'names', { json: {} }, ['/json/toString required a string']],
    [
      'sees own members of any name',
      'names',
      JSON.parse('{"json":{"__proto__":1,"constructor":2,"toString":"x"}}'),
      ['/json/__proto__ type a string', '/json/constructor type a string'],
    ],
    ['tells a list from an object whose members are numbers', 'places', { json: ['a'] }, ['/json type an object']],
    ['takes a number in a path as text', 'cups/_id_', { id: '7' }, []],
    ['takes a number in a path', 'cups/_id_', { id: 7 }, []],
    ['wants a number in a path', 'cups/_id_', { id: 'seven' }, ['/id type a number']],
    ['takes the list alone where nothing tells', 'notes', { json: { detail: [{ code: 'a' }] } }, []],
    ['takes the object with the list where nothing tells', 'notes', { json: { detail: { goods: [{ code: 'a' }] } } }, []],
    ['checks the list alone', 'notes', { json: { detail: [{}] } }, ['/json/detail/0/code required a string']],
    ['checks the list in the object', 'notes', { json: { detail: { goods: [{}] } } }, ['/json/detail/goods/0/code required a string']],
    ['wants one of the two', 'notes', { json: { detail: 'x' } }, ['/json/detail type a list or an object']],
    ['takes an object of one shape where another is a list', 'trays', { json: { tray: { leaf: 'a' } } }, []],
    ['takes an object of another shape where the third is a list', 'trays', { json: { tray: { size: 1 } } }, []],
    ['takes the list where others are objects', 'trays', { json: { tray: [{ part: 'a' }] } }, []],
    ['checks the list where others are objects', 'trays', { json: { tray: [{ part: 1 }] } }, ['/json/tray/0/part type a string']],
    ['takes any of several shapes', 'scenes', { json: { scene_info: { scene: { lot: 'a', floor: 1 } } } }, []],
    [
      'reports the shape that fits best',
      'scenes',
      { json: { scene_info: { scene: { lot: 'a' } } } },
      ['/json/scene_info/scene/lane required a string'],
    ],
  ])('%s', (_, module, input, issues) => {
    const found = validators.get(module)?.(input);
    expect((found ?? []).map(({ pointer, kind, expected }) => `${pointer} ${kind} ${expected}`)).toEqual(issues);
    expect(found === undefined).toBe(issues.length === 0);
  });
});

import { expect, test } from 'vitest';
import type { Api } from '../../generator/model/api.js';
import { buildSearchIndex, printSearchIndex, type SearchIndex } from '../../generator/site/search-index.js';
import { searchFunction } from '../../generator/site/search-script.js';
import { specsApi } from '../support/specs-api.js';

type Search = (index: SearchIndex, query: string) => readonly { readonly entry: number; readonly word?: string }[];

// The function as it stands in the script of the site.
const search = new Function(`${searchFunction}\nreturn search;`)() as Search;
const index = buildSearchIndex(specsApi().api);
const idsFor = (query: string): string[] => search(index, query).map(({ entry }) => index.entries[entry]?.[0] ?? '');

test.each([
  ['a part of the path', 'special-reduction', 'POST /v3/aggracct-bc/wb-channel/special-reduction'],
  ['words of the title', '特殊减额', 'POST /v3/aggracct-bc/wb-channel/special-reduction'],
  ['a field', 'bal_account_no', 'POST /v3/aggracct-bc/wb-channel/special-reduction'],
  ['a value', 'judicial_deduction', 'POST /v3/aggracct-bc/wb-channel/special-reduction'],
  ['a code of an error', 'NOT_ENOUGH', 'POST /v3/aggracct-bc/wb-channel/special-reduction'],
  ['a method and a path', 'get certificates', 'GET /v3/certificates'],
  ['an event', 'refund.success', 'WEBHOOK v3/REFUND.SUCCESS'],
])('%s finds its operation first', (_, query, id) => {
  expect(idsFor(query)[0]).toBe(id);
});

test('all words have to be found', () => {
  expect(idsFor('special-reduction certificates')).toEqual([]);
  const both = idsFor('special-reduction amount');
  expect(both.length).toBeLessThan(idsFor('amount').length);
  expect(both.every((id) => id.includes('special-reduction'))).toBe(true);
});

test('a whole segment of a path is better than a part of a word, and fields come last', () => {
  const made: SearchIndex = {
    entries: [
      ['GET /v3/a', 'one', 'a'],
      ['GET /v3/prepay', 'two', 'b'],
      ['GET /v3/pay/x', 'three', 'c'],
      ['GET /v3/payer', 'four', 'd'],
    ],
    words: [['pay_id', 0]],
  };
  expect(search(made, 'pay').map(({ entry }) => entry)).toEqual([2, 3, 1, 0]);
  expect(search(made, 'pay').at(-1)?.word).toBe('pay_id');
});

test('nothing is found for nothing, and hostile queries are words', () => {
  expect(search(index, '  ')).toEqual([]);
  expect(search(index, '.* ( [ \\ __proto__')).toEqual([]);
});

test('names of prototypes are words like others', () => {
  const api = { version: 1, pages: [] } satisfies Api;
  expect(buildSearchIndex(api)).toEqual({ entries: [], words: [] });
  expect(
    search(
      {
        entries: [['GET /v3/a', 't', 'x']],
        words: [
          ['__proto__', 0],
          ['constructor', 0],
        ],
      },
      'constructor',
    ),
  ).toHaveLength(1);
});

test('no text of a page can end the script, nor start a line of its own', () => {
  const hostile: SearchIndex = { entries: [['GET /v3/</script><script>', 'a\u2028b\u202e', 'x']], words: [] };
  const script = printSearchIndex(hostile);
  expect(script).not.toMatch(/<|\u2028|\u202e/);
  const given: unknown[] = [];
  new Function('docwrightSearch', script)((loaded: unknown) => given.push(loaded));
  expect(given).toHaveLength(1);
});

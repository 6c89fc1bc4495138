import { describe, expect, it } from 'vitest';
import { invalidSegment, parseTemplate, placeholders, spellsSameUrl, templateOfFile } from '../../generator/model/url-template.js';

describe('templateOfFile', () => {
  it.each([
    ['openapi/v3/teas.md', 'v3/teas'],
    ['v3/teas.md', 'v3/teas'],
    ['openapi/v2/pay/teas.md', 'v2/pay/teas'],
    ['openapi/v3/teas/{tea_id}/cups.md', 'v3/teas/{tea_id}/cups'],
    ['openapi/v3/teas/index.md', 'v3/teas/'],
    ['openapi/v3/index/cups.md', 'v3/index/cups'],
    ['openapi/v3/teas.mdx.md', 'v3/teas.mdx'],
    ['openapi/teas.md', undefined],
    ['v3.md', undefined],
  ])('reads %s as %s', (file, template) => {
    expect(templateOfFile(file)).toBe(template);
  });
});

describe('parseTemplate', () => {
  it('keeps the version on the wire for v3', () => {
    expect(parseTemplate('v3/teas/{tea_id}')).toEqual({
      protocol: 'v3',
      template: 'v3/teas/{tea_id}',
      path: '/v3/teas/{tea_id}',
      pathParameters: ['tea_id'],
    });
  });

  it('drops it for v2', () => {
    expect(parseTemplate('v2/pay/tea')).toEqual({ protocol: 'v2', template: 'v2/pay/tea', path: '/pay/tea', pathParameters: [] });
  });
});

describe('placeholders', () => {
  it('lists each name once, in order', () => {
    expect(placeholders('v3/{b}/{a}/{b}')).toEqual(['b', 'a']);
  });
});

describe('spellsSameUrl', () => {
  it.each([
    ['v3/teas', 'v3/teas', true],
    ['v3/teas/{empty}', 'v3/teas/', true],
    ['v2/mch/{addtea}', 'v2/mch/addTea', true],
    ['v3/teas/{id}', 'v3/teas/{tea_id}', false],
    ['v3/teas/{id}', 'v3/teas/cups', false],
    ['v3/teas', 'v3/teas/', false],
    ['v3/coffees', 'v3/teas', false],
    ['v3/x{tea}', 'v3/tea', false],
    ['v3/{tea}x', 'v3/tea', false],
  ])('%s for %s: %s', (sample, own, same) => {
    expect(spellsSameUrl(sample, own)).toBe(same);
  });
});

describe('invalidSegment', () => {
  it.each([
    ['v3/teas/{tea_id}/a.b-c_d/', undefined],
    ['v3/-/x', '-'],
    ['v3/../x', '..'],
    ['v3/./x', '.'],
    ['v3/a b', 'a b'],
    ['v3/{a-b}', '{a-b}'],
    ['v3/{}', '{}'],
    ['v3//x', ''],
    ['v3/a{b}', 'a{b}'],
    ['v3/茶', '茶'],
    ['', ''],
  ])('in %s is %s', (template, invalid) => {
    expect(invalidSegment(template)).toBe(invalid);
  });

  it('takes linear time on long rows of punctuation', () => {
    const segment = '.'.repeat(200_000);
    expect(invalidSegment(`v3/${segment}`)).toBe(segment);
  });
});

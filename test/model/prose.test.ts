import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProse } from '../../generator/model/prose.js';
import type { ProseMetadata } from '../../generator/model/api.js';

const nothing: ProseMetadata = { rateLimits: [], errorCodes: [] };

describe('readProse', () => {
  it.each<[description: string, prose: ProseMetadata]>([
    ['', nothing],
    ['每单最多100个，请在5分钟内付款。', nothing],
    ['接口限频：单茶壶商户号100qps', { ...nothing, rateLimits: [{ limit: 100, per: 'second', scope: '单茶壶商户号' }] }],
    ['泡茶 注：单个商户的接口频率限制为50次/s', { ...nothing, rateLimits: [{ limit: 50, per: 'second', scope: '单个商户' }] }],
    ['注：接口频率限制为100次/s', { ...nothing, rateLimits: [{ limit: 100, per: 'second', scope: '' }] }],
    ['泡茶。接口限频：按商户号维度 5次/秒', { ...nothing, rateLimits: [{ limit: 5, per: 'second', scope: '按商户号维度' }] }],
    ['单商户号10次/分钟', { ...nothing, rateLimits: [{ limit: 10, per: 'minute', scope: '单商户号' }] }],
    ['限频：200/分钟', { ...nothing, rateLimits: [{ limit: 200, per: 'minute', scope: '' }] }],
    ['频率限制：接口级限制1000/min', { ...nothing, rateLimits: [{ limit: 1000, per: 'minute', scope: '接口级' }] }],
    ['单个商户100QPS', { ...nothing, rateLimits: [{ limit: 100, per: 'second', scope: '单个商户' }] }],
    [
      '限频：10次/天；20次/小时',
      {
        ...nothing,
        rateLimits: [
          { limit: 10, per: 'day', scope: '' },
          { limit: 20, per: 'hour', scope: '' },
        ],
      },
    ],
    ['接口幂等可重入时间：31天。', { ...nothing, idempotencyDays: 31 }],
    ['幂等有效性为5年', { ...nothing, idempotencyDays: 1825 }],
    ['支持重入，重入有效期1年', { ...nothing, idempotencyDays: 365 }],
    ['支持幂等。30天后归档', nothing],
    [
      '返回403-NOT_ENOUGH；重入时返回400-ALREADY_EXISTS，再返回403-NOT_ENOUGH',
      {
        ...nothing,
        errorCodes: [
          { status: 403, code: 'NOT_ENOUGH' },
          { status: 400, code: 'ALREADY_EXISTS' },
        ],
      },
    ],
    ['单号2023-403-NOT_ENOUGH', nothing],
  ])('reads %j', (description, prose) => {
    expect(readProse(description)).toEqual(prose);
  });

  it('takes its words in any order', () => {
    const words = fc.constantFrom('幂等', '重入', '100', '31', '天', '次/s', 'qps', '：', '。', ' ', '\n', '403-', 'NOT_ENOUGH', '茶');
    fc.assert(
      fc.property(fc.array(words), (text) => {
        expect(readProse(text.join('')).rateLimits.every(({ limit }) => limit >= 0)).toBe(true);
      }),
    );
  });
});

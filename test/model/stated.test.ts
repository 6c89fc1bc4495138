import { describe, expect, it } from 'vitest';
import { readRepetition, readRetryGuidance, readStated, type Stated } from '../../generator/model/stated.js';

describe('what the text of a row states', () => {
  const nothing: Stated = { isWide: false, fileTypes: [] };

  it.each<[text: string, stated: Partial<Stated>]>([
    ['茶的种类', {}],
    ['最长32字符', { most: 32 }],
    ['不能超过20个', { most: 20 }],
    ['至少2个', { least: 2 }],
    ['不少于1，最多5', { least: 1, most: 5 }],
    ['长度1-32个字符', { least: 1, most: 32 }],
    ['长度6~10位，最多99', { least: 6, most: 10 }],
    ['int64', { isWide: true }],
    ['64 位整数', { isWide: true }],
    ['interval64', {}],
    ['金额，单位为分', { unit: '分' }],
    ['单位：毫秒', { unit: '毫秒' }],
    ['遵循rfc3339，北京时间', { format: 'rfc3339 北京时间' }],
    ['Base64，yyyyMMddHHmmss，BASE64', { format: 'base64 yyyymmddhhmmss' }],
    ['室外必填，茶的种类', { condition: '室外必填' }],
    ['室外必填； 热茶必传', { condition: '室外必填; 热茶必传' }],
    ['，，室外必填。。热茶必传', { condition: '室外必填; 热茶必传' }],
    ['大小10M', { fileSize: 10_240 }],
    ['大小500KB', { fileSize: 500 }],
    ['大小2兆', { fileSize: 2048 }],
    ['大小1g', { fileSize: 1_048_576 }],
    ['大小10克', {}],
    ['PNG、jpg、png', { fileTypes: ['jpg', 'png'] }],
    ['有效期为10分钟', { lifetime: '10分钟' }],
    ['30s内有效', { lifetime: '30s' }],
  ])('%s', (text, stated) => {
    expect(readStated(text)).toEqual({ ...nothing, ...stated });
  });
});

it.each([
  ['可直接重试', '可直接重试'],
  ['下单。重试前 先查询；重新请求时 换单号。', '重试前 先查询; 重新请求时 换单号'],
  ['下单。', undefined],
])('the advice on repeating the call in %s is %s', (text, guidance) => {
  expect(readRetryGuidance(text)).toBe(guidance);
});

it.each([
  ['5秒内应答', { deadline: '5' }],
  ['超时（5s）', { deadline: '5' }],
  ['通知频率为15s/15s/30s）', { rhythm: '15s/15s/30s' }],
  ['尝试16次', { rhythm: '16' }],
  ['5s未应答则尝试 3次，重试8 次', { deadline: '5', rhythm: '8' }],
  ['请尽快应答', {}],
])('%s tells of repetitions', (text, repetition) => {
  expect(readRepetition(text)).toEqual(repetition);
});

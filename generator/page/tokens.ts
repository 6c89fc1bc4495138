/** Literal tokens of the dialect, all of them: no other file holds a Chinese word that a page is read by. */

/** First header cells of the tables of an operation (dialect.md §7). */
export const tableKeywords = { request: '请求参数', answer: '返回字典', reply: '应答规范', errors: '异常字典' } as const;

/** What a tooltip says of the key of an encryption, most telling word first (dialect.md §9). */
export const keyOwnerWords = [
  ['付款到银行卡', 'bank'],
  ['微信支付公钥', 'platform'],
  ['平台证书', 'platform'],
  ['商户API证书', 'merchant'],
] as const;

/** What the spanning row of a file stream says of the file (dialect.md §12). */
export const streamMediaWords = [
  ['PDF', 'pdf'],
  ['图片', 'image'],
] as const;

/** What descriptions state in words (dialect.md §13.3). */
export const proseWords = {
  /** `100qps`, `50次/s`, `10次/分钟`, `200/分钟`. */
  rate: /(?<![0-9.])(?<number>[0-9]{1,9}) ?(?:(?<qps>qps)(?![a-z])|次?\/(?<unit>秒|分钟|小时|天|日|second|minute|min|hour|day|s|m|h)(?![a-z]))/i,
  rateUnits: new Map<string, 'second' | 'minute' | 'hour' | 'day'>([
    ['秒', 'second'],
    ['s', 'second'],
    ['second', 'second'],
    ['分钟', 'minute'],
    ['m', 'minute'],
    ['min', 'minute'],
    ['minute', 'minute'],
    ['小时', 'hour'],
    ['h', 'hour'],
    ['hour', 'hour'],
    ['天', 'day'],
    ['日', 'day'],
    ['day', 'day'],
  ]),
  /** What stands between the scope of a rate and its number. */
  rateLeadIn: /的?(?:接口)?(?:频率限制|限频|频率|限制)(?:为|是)?$/,
  /** `幂等可重入时间：31天`, `幂等有效性为5年`, `重入有效期1年`. */
  idempotency: /(?:幂等|重入)[^0-9，,。；;]{0,16}(?<number>[0-9]{1,4}) ?(?<unit>天|日|个月|年)/,
  dayUnits: new Map<string, number>([
    ['天', 1],
    ['日', 1],
    ['个月', 30],
    ['年', 365],
  ]),
} as const;

/** Every literal of the dialect that a page may contain; dialect.md gives the sections. */

/** First header cell of a table (§7). */
export const tableKeywords = ['请求参数', '返回字典', '应答规范', '异常字典'] as const;
export type TableKeyword = (typeof tableKeywords)[number];
export const requestKeyword: TableKeyword = '请求参数';

/** Second and third header cell (§7). */
export const typeHeader = '类型';
export const descriptionHeader = '描述';

/** Ids and classes of attribute groups (§7, §11). */
export const tableClass = 'im-table';
export const indexClass = 'centered';
export const separatorClass = 'im-table-line';
export const statusClassPrefix = 'im-';
export const requestId = 'request';
export const responseId = 'response';
export const mixAnchor = 'mix';

/** The name of a row (§8). */
export const nameGrammar = /^[A-Za-z0-9_-]+(?:_\$n(?:_\$m)?)?$/;
/** Rows are no deeper, so that whoever walks a tree of rows may recurse. */
export const maximalDepth = 32;

/** Attributes of name cells (§8) and type cells (§9). */
export const requiredAttribute = 'data-required';
export const indentAttribute = 'data-indent';
export const tooltipAttribute = 'data-tooltip';
export const encryptedAttribute = 'data-encrypted';
export const encodedAttribute = 'data-encoded';
export const signedAttribute = 'data-signed';
/** A second spelling of `data-encoded=by-json_encode`: `data-encoded-by=json_encode`. */
export const encodedByAttribute = 'data-encoded-by';

export const encryptions = ['by-rsa-pubkey', 'by-aes-gcm', 'by-aes-ecb'] as const;
export const encodings = ['by-json_encode', 'by-urlencode'] as const;
export const signatures = ['by-rsa-privatekey'] as const;

/** Spanning rows (§12), by a word of theirs. */
export const noContentText = '空字符串';
export const fileStreamText = '文件流';
export const redirectText = '跳转';

/** Value lists (§13.1). */
export const oneOfKeyword = '枚举值之一';
export const enumKeyword = '枚举值';
/** Constants and defaults (§13.2). */
export const constantKeywords = ['固定枚举值', '固定值', '固定填', '固定为'] as const;
export const defaultKeywords = ['默认值', '默认为'] as const;

/** Front matter of a stub (§2). */
export const movedPrefix = 'Moved to ';

/** Containers (§6). */
export const codeGroupKind = 'code-group';
export const tipKind = 'tip';
export const noticeKinds = ['warning', 'danger'] as const;
/** Statuses: the classes of containers without their prefix. */
export const noticeStatuses = [
  'redesigned',
  'deprecated',
  'privated',
  'need-accessment',
  'discarded',
  'parsed',
  'important',
  'special',
  'need-tbt',
  'specific',
  'confusing',
] as const;
/** What happened to the API, as it stands behind the date. */
export const noticeVerbs = ['公告已不支持新商户开通', '处于流放状态', '停止开放', '发布新版', '下线'] as const;

/** What stands before the links to successors. */
export const successorWords = ['新接口见', '新通知见', '新产品接口见'] as const;

/** Alerts (§6). */
export const alertMarker = '[!IMPORTANT]';

/** Footer (§3). */
export const footerWord = '参阅';

/** Tables of the reply to a notification, and of the error answer of a download (§15, §18). */
export const replyKeyword: TableKeyword = '应答规范';
export const errorsKeyword: TableKeyword = '异常字典';

/** What a tooltip says of the key of an encryption, most telling word first (§9). */
export const keyOwnerWords = [
  ['付款到银行卡', 'bank'],
  ['微信支付公钥', 'platform'],
  ['平台证书', 'platform'],
  ['商户API证书', 'merchant'],
] as const;

/** What the spanning row of a file stream says of the file (§12). */
export const streamMediaWords = [
  ['PDF', 'pdf'],
  ['图片', 'image'],
] as const;

/** What descriptions state in words (§13.3). */
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

/** What the description of a row or of a call states in a recognised form; drift compares it (§13.3). */
export const statedWords = {
  /** `int64`, `64位`. */
  wide: /(?<![0-9a-z])u?int64(?![0-9a-z])|64 ?位/i,
  /** `最长32字符`, `不能超过20个`. */
  most: /(?:最长|最多|最大|不超过|不能超过|不得超过|不大于|上限)[^0-9，。；;,|]{0,8}(?<number>[0-9]{1,15})/,
  /** `至少2个`, `不少于1`. */
  least: /(?:至少|最少|最小|不少于|不小于|不低于)[^0-9，。；;,|]{0,8}(?<number>[0-9]{1,15})/,
  /** `长度1-32个字符`. */
  range: /(?<least>[0-9]{1,15}) ?[-~～至到] ?(?<most>[0-9]{1,15}) ?(?:个|字|位|byte|char)/i,
  /** `单位为分`, `单位：秒`. */
  unit: /单位[为是]?[：:（("“「]?(?<unit>百分比|百分之一|千分之一|千分比|万分之一|万分比|毫秒|分钟|小时|分|元|厘|秒|天|日)/,
  /** Names of date forms and of text encodings. */
  formats: /rfc ?3339|iso ?8601|y{2,4}[-/年]?mm[-/月]?dd[ T]?(?:hh:?mm(?::?ss)?)?|时间戳|base64|十六进制|utc\+?8|北京时间/gi,
  /** `当…时必填`. */
  condition: /必填|必传|必须填写|必须传/,
  /** `重试前先查询`. */
  retry: /重试|重新请求|再次调用|重入前/,
  /** `10M`, `500KB`. */
  fileSize: /(?<number>[0-9]{1,6}) ?(?<unit>k|m|g|兆)b?(?![a-z])/i,
  fileSizeUnits: new Map<string, number>([
    ['k', 1],
    ['m', 1024],
    ['兆', 1024],
    ['g', 1024 * 1024],
  ]),
  /** `文件的`sha256`摘要`, `MD5计算后的值`: of the file of an upload. */
  digest: /(?<![0-9a-z])(?<algorithm>md5|sha-?1|sha-?256|sm3)`? ?(?:摘要|计算)/i,
  fileTypes: /(?<![a-z])(?:jpe?g|png|bmp|gif|pdf|mp4|avi|wmv|mpeg|mov|mkv|flv|f4v|m4v|rmvb|docx?|xlsx?|pptx?|csv|zip|rar)(?![a-z])/gi,
  /** `有效期为10分钟`, `30s内有效`. */
  lifetime:
    /有效[^0-9，。；;]{0,8}(?<number>[0-9]{1,6}) ?(?<unit>毫秒|秒|分钟|小时|天|日|个月|s|min|h)|(?<number2>[0-9]{1,6}) ?(?<unit2>秒|分钟|小时|天|日|个月|s|min|h)内有效/,
  /** `5s未应答`, `超时(5s)`, `5秒内`. */
  deadline: /超时[（(]?(?<number>[0-9]{1,4}) ?(?:秒|s)|(?<number2>[0-9]{1,4}) ?(?:秒|s)(?:内|未)/i,
  /** `通知频率为15s/15s/30s`, `尝试16次`. */
  repetitions: /通知频率[为是]?(?<rhythm>[^）)。]{1,200})|(?:尝试|重试|通知|发送)(?<times>[0-9]{1,4}) ?次/,
} as const;

/** What a row says of itself in words, where a mark should say it (§19). */
export const encryptedWords =
  /密文|需要?加密|加密后|加密(?!之|所用|使用|依据|[^，。；\n]{0,40}(?:证书|算法|密钥|公钥|私钥|序列号|随机串|附加数据|类型|方式))(?=的?\p{Script=Han})/u;
export const jsonTextWords = /json/i;
/** A list of values without code spans (§13.1). */
export const plainListWords =
  /(?:^|\n|：)[\w.-]+(?: ?\| ?[\w.-]+)* ?枚举值|枚举值[：:]?\n[\w.-]+[：:]|(?:^|\n)[A-Z][A-Z0-9_]+：.*\n[A-Z][A-Z0-9_]+：/;
/** A list of values behind its keyword, where none is read (§13.1). */
export const listBehindKeyword = /枚举值(?:之一)?[：:]?\s*`/;
/** Tooltips, and the mark that stands beside them (§9). */
export const tooltipMarks = [
  ['微信支付公钥', 'by-rsa-pubkey'],
  ['商户API证书对应的公钥加密', 'by-rsa-pubkey'],
  ['付款到银行卡用的RSA加密公钥加密', 'by-rsa-pubkey'],
  ['APIv3密钥加密', 'by-aes-gcm'],
  ['MD5后的API密钥', 'by-aes-ecb'],
  ['使用json_encode', 'by-json_encode'],
  ['使用urlencode', 'by-urlencode'],
  ['商户API私钥签名', 'by-rsa-privatekey'],
] as const;

/** Comments that silence diagnostics. They are no block of a page. */
export const suppressionWords = {
  start: '<!-- docwright-',
  end: '-->',
  kinds: ['disable-next-line', 'disable', 'enable'],
  reason: ' -- ',
} as const;

/** Radicals whose compatibility form is traditional, and the ideograph that pages mean. */
export const simplifiedRadicals = [['⼾', '户']] as const;

/** The client in the sample programs (§16.2). */
export const clientName = '$instance';

/** All attributes of name and type cells (§8, §9). */
export const cellAttributes = [
  requiredAttribute,
  indentAttribute,
  tooltipAttribute,
  encryptedAttribute,
  encodedAttribute,
  signedAttribute,
] as const;

/** The key of the front matter that may be empty (§4). */
export const descriptionKey = 'description';

/** The cells of a header behind the first, and their classes (§7). */
export const headerCells = [
  ['类型', 'type'],
  ['描述', 'desc'],
] as const;

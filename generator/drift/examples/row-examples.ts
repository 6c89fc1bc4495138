/** Rows before and after, in the shorthand of `exampleRows`; they stand in any table. */
export interface RowsExample {
  readonly base: string;
  readonly head: string;
}

const id = 'lamp_id! string | number of the lamp';
const rsa = '{data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串 data-encrypted=by-rsa-pubkey}';
const rsaMerchant = '{data-tooltip=商户API证书对应的公钥加密后的BASE64字符串 data-encrypted=by-rsa-pubkey}';
const aes = '{data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm}';

function edit(base: string, head: string): RowsExample {
  return { base: `${id}\n${base}`, head: `${id}\n${head}` };
}

/** One edit per row of the catalogue that has side columns, by the name of that row. */
export const rowExamples = {
  'field-added-optional': edit('', 'colour string | colour of the light'),
  'field-added-required': edit('', 'colour! string | colour of the light'),
  'field-removed-optional': edit('colour string | colour of the light', ''),
  'field-removed-required': edit('colour! string | colour of the light', ''),
  'became-required': edit('colour string | colour', 'colour! string | colour'),
  'became-optional': edit('colour! string | colour', 'colour string | colour'),
  'field-moved': edit(
    'bulb object\n  kind string | make\nsocket object\n  kind string | make\n  volts string | volts\n  amps string | amperes',
    'bulb object\n  kind string | make\n  volts string | volts\nsocket object\n  kind string | make\n  amps string | amperes',
  ),
  'field-renamed': edit('serial_number! string | as on the label', 'serial_no! string | as on the label'),
  'field-reordered': edit('volts string | volts\namps string | amperes', 'amps string | amperes\nvolts string | volts'),
  'object-flattened': edit(
    'bulb! object\n  volts! string | volts\n  amps! string | amperes',
    'volts! string | volts\namps! string | amperes',
  ),
  'object-introduced': edit(
    'volts! string | volts\namps! string | amperes',
    'bulb! object\n  volts! string | volts\n  amps! string | amperes',
  ),
  'alternative-added': edit(
    'place object | where it hangs\n  room string | room',
    'place object | `ROOM` where it hangs\n  room string | room\n---\nplace object | `STREET` where it hangs\n  street string | street',
  ),
  'alternative-removed': edit(
    'place object | `ROOM` where it hangs\n  room string | room\n---\nplace object | `STREET` where it hangs\n  street string | street',
    'place object | where it hangs\n  room string | room',
  ),
  'type-narrowed': edit('volts number | volts', 'volts integer | volts'),
  'type-widened': edit('volts integer | volts', 'volts number | volts'),
  'type-changed': edit('volts number | volts', 'volts string | volts'),
  'element-type-narrowed': edit('volts number[] | volts', 'volts integer[] | volts'),
  'element-type-widened': edit('volts integer[] | volts', 'volts number[] | volts'),
  'element-type-changed': edit('volts number[] | volts', 'volts string[] | volts'),
  'array-wrapped': edit('volts number | volts', 'volts number[] | volts'),
  'array-unwrapped': edit('volts number[] | volts', 'volts number | volts'),
  'object-closed': edit('bulb object | the bulb', 'bulb object | the bulb\n  volts! string | volts'),
  'object-opened': edit('bulb object | the bulb\n  volts! string | volts', 'bulb object | the bulb'),
  'enum-introduced': edit('colour string | colour', 'colour string | colour<br/>`RED` | `BLUE` 枚举值之一'),
  'enum-dropped': edit('colour string | colour<br/>`RED` | `BLUE` 枚举值之一', 'colour string | colour'),
  'enum-value-added': edit(
    'colour string | colour<br/>`RED` | `BLUE` 枚举值之一',
    'colour string | colour<br/>`RED` | `BLUE` | `GREEN` 枚举值之一',
  ),
  'enum-value-removed': edit(
    'colour string | colour<br/>`RED` | `BLUE` | `GREEN` 枚举值之一',
    'colour string | colour<br/>`RED` | `BLUE` 枚举值之一',
  ),
  'enum-value-renamed': edit(
    'colour string | colour<br/>`RED` | `LIGHT_BLUE` 枚举值之一',
    'colour string | colour<br/>`RED` | `lightBlue` 枚举值之一',
  ),
  'constant-changed': edit('colour string | colour<br/>`RED` 枚举值', 'colour string | colour<br/>`BLUE` 枚举值'),
  'constant-became-enum': edit('colour string | colour<br/>`RED` 枚举值', 'colour string | colour<br/>`RED` | `BLUE` 枚举值之一'),
  'enum-became-constant': edit('colour string | colour<br/>`RED` | `BLUE` 枚举值之一', 'colour string | colour<br/>`RED` 枚举值'),
  'number-precision-risk': edit('volts integer | volts', 'volts integer | volts, int64'),
  'limit-tightened': edit('colour string | 最长64个字符', 'colour string | 最长32个字符'),
  'limit-loosened': edit('colour string | 最长32个字符', 'colour string | 最长64个字符'),
  'default-changed': edit('colour string | colour, 默认值`RED`', 'colour string | colour, 默认值`BLUE`'),
  'default-added': edit('colour string | colour', 'colour string | colour, 默认值`BLUE`'),
  'default-removed': edit('colour string | colour, 默认值`RED`', 'colour string | colour'),
  'unit-changed': edit('price integer | price, 单位为分', 'price integer | price, 单位为元'),
  'format-changed': edit('lit_at string | rfc3339', 'lit_at string | yyyyMMddHHmmss'),
  'condition-changed': edit('colour string | colour', 'colour string | colour, 室外必填'),
  'encryption-added': edit('owner string | owner', `owner string ${rsa} | owner`),
  'encryption-removed': edit(`owner string ${rsa} | owner`, 'owner string | owner'),
  'encryption-algorithm-changed': edit(`owner string ${rsa} | owner`, `owner string ${aes} | owner`),
  'encryption-key-changed': edit(`owner string ${rsa} | owner`, `owner string ${rsaMerchant} | owner`),
  'encryption-wording-changed': edit(
    'owner string {data-tooltip=微信支付公钥加密 data-encrypted=by-rsa-pubkey} | owner',
    'owner string {data-tooltip=微信支付公钥加密后 data-encrypted=by-rsa-pubkey} | owner',
  ),
  'encryption-moved': edit(
    `place string ${rsa} | place\n---\n  room string | room`,
    `place string | place\n---\n  room string ${rsa} | room`,
  ),
  'encoding-added': edit(
    'place string | place\n---\n  room string | room',
    'place string {data-encoded=by-json_encode} | place\n---\n  room string | room',
  ),
  'encoding-removed': edit(
    'place string {data-encoded=by-json_encode} | place\n---\n  room string | room',
    'place string | place\n---\n  room string | room',
  ),
  'encoding-changed': edit(
    'place string {data-encoded=by-json_encode} | place\n---\n  room string | room',
    'place string {data-encoded=by-urlencode} | place\n---\n  room string | room',
  ),
} as const satisfies Readonly<Record<string, RowsExample>>;

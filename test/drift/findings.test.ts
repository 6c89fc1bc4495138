import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { exampleNotification, examplePage, type ExampleOperation } from '../../generator/drift/examples/example-page.js';
import type { Finding } from '../../generator/drift/finding.js';
import { readApi } from '../support/read-api.js';
import { compile } from '../support/tester.js';

/** A finding with what it shows of both revisions, then the plain changes it stands for. */
function tell({ ruleId, message, base, head, covers }: Finding): string[] {
  const shown = [base, head].map((spot) => (spot ? String(spot.value) : 'nothing'));
  return [`${ruleId}: ${message} (${shown.join(' → ')})`, ...covers.map(({ change, field }) => `= ${change} ${field ?? ''}`)];
}

/** Everything that is found, wording too, which nobody hears of by default. */
function told(base: string, head: string, file: string): string[] {
  const [before, after] = [base, head].map((page) => readApi({ [file]: page }).api);
  if (!before || !after) throw new Error('no API');
  return diffApis(before, after, { levels: new Map([['description-changed', 'info']]) }).findings.flatMap(tell);
}

type Case = readonly [base: ExampleOperation, head: ExampleOperation, lines: readonly string[]];
type Notification = Parameters<typeof exampleNotification>[0];

describe('what is found of hosts', () => {
  it.each<Case>([
    [
      { request: 'base_uri string | `https://a.example/`\njson! object\n  a string | a' },
      { request: 'base_uri string | `https://b.example/`\njson! object\n  a string | a' },
      ['description-changed: the description of `base_uri` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a string | a\n  z string | z' },
      { request: 'base_uri! string | `https://b.example/`\njson! object\n  a string | a' },
      [
        'operation-host-changed: the operation is reached at https://b.example/ now, not at the main host (the main host → https://b.example/)',
        '= field-added-required base_uri',
        'request-field-removed-optional: `json.z` (optional) is no longer documented (string, optional → nothing)',
      ],
    ],
    [
      { request: 'base_uri! string | `https://b.example/`\njson! object\n  a string | a' },
      { request: 'json! object\n  a string | a' },
      [
        'operation-host-changed: the operation is reached at the main host now, not at https://b.example/ (https://b.example/ → the main host)',
        '= field-removed base_uri',
      ],
    ],
    [
      { request: 'base_uri! string | `https://a.example/` | `https://b.example/` 枚举值之一' },
      { request: 'base_uri! string | `https://a.example/` | `https://c.example/` 枚举值之一' },
      [
        'operation-host-changed: the operation is reached at https://a.example/, https://c.example/ now, not at https://a.example/, https://b.example/ (https://a.example/, https://b.example/ → https://a.example/, https://c.example/)',
        '= enum-value-added base_uri',
        '= enum-value-removed base_uri',
      ],
    ],
    [
      { request: 'base_uri! string | `https://a.example/` | `https://b.example/` 枚举值之一' },
      { request: 'base_uri! string | x `https://a.example/` | `https://b.example/` 枚举值之一' },
      ['description-changed: the description of `base_uri` changed (null → null)'],
    ],
    [
      { request: 'base_uri! string | 固定值`https://a.example/`' },
      { request: 'base_uri! string | 固定值`https://b.example/`' },
      [
        'operation-host-changed: the operation is reached at https://b.example/ now, not at https://a.example/ (https://a.example/ → https://b.example/)',
      ],
    ],
    [
      { request: 'base_uri! string | `https://a.example/`' },
      { request: 'base_uri string | `https://b.example/`' },
      [
        'description-changed: the description of `base_uri` changed (null → null)',
        'request-became-optional: `base_uri` was required and is optional now (required → optional)',
      ],
    ],
    [
      { request: '' },
      { request: 'base_uri string | `https://b.example/`' },
      ['request-field-added-optional: `base_uri` (string, optional) is documented now (nothing → string, optional)'],
    ],
    [
      { request: 'base_uri string | `https://a.example/` | `https://b.example/` 枚举值之一' },
      { request: 'base_uri string | `https://a.example/` | `https://c.example/` 枚举值之一' },
      [
        'request-enum-value-renamed: the value `https://b.example/` of `base_uri` is `https://c.example/` now (https://a.example/ | https://b.example/ → https://a.example/ | https://c.example/)',
        'description-changed: the description of `base_uri` changed (null → null)',
      ],
    ],
    [
      { request: 'base_uri string | `https://a.example/`' },
      { request: 'base_uri string | `https://a.example/` | `https://c.example/` 枚举值之一' },
      [
        'request-enum-introduced: `base_uri` took free text and lists values now: `https://a.example/`, `https://c.example/` (null → https://a.example/ | https://c.example/)',
        'description-changed: the description of `base_uri` changed (null → null)',
      ],
    ],
    [
      { request: 'json! object\n  a string | a' },
      { request: 'base_uri! string | `https://b.example/`\njson object\n  a string | a' },
      [
        'operation-host-changed: the operation is reached at https://b.example/ now, not at the main host (the main host → https://b.example/)',
        '= field-added-required base_uri',
        'request-became-optional: `json` was required and is optional now (required → optional)',
      ],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(examplePage(base), examplePage(head), 'openapi/v3/lamps.md')).toEqual(lines);
  });
});

describe('what is found of the header that names a key', () => {
  it.each<Case>([
    [
      { request: 'json! object\n  a string | a' },
      { request: 'headers! object\n  Wechatpay-Serial! string | key\njson! object\n  a string | a' },
      [
        'serial-header-added: the call documents the header `Wechatpay-Serial` now (nothing → Wechatpay-Serial)',
        '= field-added-required headers',
        '= field-added-required headers.Wechatpay-Serial',
      ],
    ],
    [
      { request: 'headers! object\n  Wechatpay-Serial! string | key\njson! object\n  a string | a' },
      { request: 'json! object\n  a string | a' },
      [
        'serial-header-removed: the call no longer documents the header `Wechatpay-Serial` (Wechatpay-Serial → nothing)',
        '= field-removed headers',
        '= field-removed headers.Wechatpay-Serial',
      ],
    ],
    [
      { request: 'headers! object\n  X string | x\njson! object\n  a string | a' },
      {
        request:
          'headers! object\n  X string | x\n  Wechatpay-Serial! string | key\njson! object\n  a string {data-encrypted=by-rsa-pubkey} | a',
      },
      [
        'request-encryption-added: `json.a` is encrypted now (by-rsa-pubkey) (null → by-rsa-pubkey)',
        '= field-added-required headers.Wechatpay-Serial',
      ],
    ],
    [
      {
        request:
          'headers! object\n  X string | x\n  Wechatpay-Serial! string | key\njson! object\n  a string {data-encrypted=by-rsa-pubkey} | a\n  b string {data-encrypted=by-rsa-pubkey} | b',
      },
      { request: 'headers! object\n  X string | x\njson! object\n  a string | a\n  b string | b' },
      [
        'request-encryption-removed: `json.a` is no longer encrypted (by-rsa-pubkey → null)',
        '= field-removed headers.Wechatpay-Serial',
        'request-encryption-removed: `json.b` is no longer encrypted (by-rsa-pubkey → null)',
      ],
    ],
    [
      { request: 'headers! object\n  Wechatpay-Serial! string | key\njson! object\n  a string {data-encrypted=by-rsa-pubkey} | a' },
      { request: 'json! object\n  a string | a' },
      [
        'request-encryption-removed: `json.a` is no longer encrypted (by-rsa-pubkey → null)',
        '= field-removed headers',
        '= field-removed headers.Wechatpay-Serial',
      ],
    ],
    [
      { request: 'headers! object\n  X string | x\njson! object\n  a string {data-encrypted=by-rsa-pubkey} | a' },
      { request: 'headers! object\n  X string | x\n  Wechatpay-Serial! string | key\njson! object\n  a string | a' },
      [
        'request-encryption-removed: `json.a` is no longer encrypted (by-rsa-pubkey → null)',
        'serial-header-added: the call documents the header `Wechatpay-Serial` now (nothing → Wechatpay-Serial)',
        '= field-added-required headers.Wechatpay-Serial',
      ],
    ],
    [
      { request: 'json! object\n  a string | a' },
      { request: 'headers! object\n  Wechatpay-Serial! string | key\n  X! string | x\njson! object\n  a string | a' },
      [
        'container-added-required: the call takes a group `headers` now, and needs it (nothing → headers)',
        '= field-added-required headers',
        '= field-added-required headers.Wechatpay-Serial',
        '= field-added-required headers.X',
      ],
    ],
    [
      { request: 'json! object\n  a string | a' },
      { request: 'json! object\n  a string | a\n  Wechatpay-Serial string | key' },
      ['request-field-added-optional: `json.Wechatpay-Serial` (string, optional) is documented now (nothing → string, optional)'],
    ],
    [
      { request: 'headers! object\n  X string | x\njson! object\n  a string {data-encrypted=by-rsa-pubkey} | a\n  b string | b' },
      {
        request:
          'headers! object\n  X string | x\n  Wechatpay-Serial! string | k\njson! object\n  a string {data-encrypted=by-aes-gcm} | a\n  b string {data-encrypted=by-rsa-pubkey} | b',
      },
      [
        'request-encryption-algorithm-changed: `json.a` was encrypted by-rsa-pubkey and is encrypted by-aes-gcm now (by-rsa-pubkey → by-aes-gcm)',
        'request-encryption-added: `json.b` is encrypted now (by-rsa-pubkey) (null → by-rsa-pubkey)',
        '= field-added-required headers.Wechatpay-Serial',
      ],
    ],
    [
      { request: 'json! object\n  a string | a' },
      { request: 'headers! object\n  X! string | x\njson! object\n  a string | a' },
      [
        'container-added-required: the call takes a group `headers` now, and needs it (nothing → headers)',
        '= field-added-required headers',
        '= field-added-required headers.X',
      ],
    ],
    [
      { response: 'headers! object\n  a string | a' },
      { response: 'headers! object\n  a string | a\n  Wechatpay-Serial! string | x' },
      ['response-field-added-required: `headers.Wechatpay-Serial` (string, required) is documented now (nothing → string, required)'],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(examplePage(base), examplePage(head), 'openapi/v3/lamps.md')).toEqual(lines);
  });
});

describe('what is found of groups and headers', () => {
  it.each<Case>([
    [
      { request: 'headers! object\n  X string | x\njson! object\n  a string | a' },
      { request: 'headers! object\n  X string | x\n  Accept! string | x\n  Y! string | y\n  Z string | z\njson! object\n  a string | a' },
      [
        'request-header-added-required: the header `Y` is documented now (nothing → Y)',
        '= field-added-required headers.Y',
        'request-field-added-optional: the header `Accept` is documented now; the runtime sends it by itself (nothing → Accept)',
        'request-field-added-optional: the header `Z` is documented now (nothing → Z)',
      ],
    ],
    [
      { request: 'headers! object\n  X object | x\n    a string | a' },
      { request: 'headers! object\n  X object | x\n    a string | a\n    Y! string | y' },
      ['request-field-added-required: `headers.X.Y` (string, required) is documented now (nothing → string, required)'],
    ],
    [
      { request: 'query! object\n  a string | a\n  q string | q\njson! object\n  b string | b\n  c object | c\n    a string | a' },
      { request: 'json! object\n  b string | b\n  a string | a\n  n string | n\n  c object | c\n    a string | a' },
      [
        'container-changed: the rows of `query` stand in `json` now (query → json)',
        '= field-removed query',
        '= field-removed query.a',
        '= field-removed query.q',
        '= field-added-optional json.a',
        'request-field-added-optional: `json.n` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { request: 'query! object\n  a string | a\n  q string | q\n  r string | r\njson! object\n  b string | b' },
      { request: 'json! object\n  b string | b\n  a string | a' },
      [
        'container-removed: the call no longer takes the group `query` (query → nothing)',
        '= field-removed query',
        '= field-removed query.a',
        '= field-removed query.q',
        '= field-removed query.r',
        'request-field-added-optional: `json.a` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { request: 'json! object\n  b string | b\n  a string | a\n  d string | d' },
      { request: 'query! object\n  a string | a\n  q string | q\njson! object\n  b string | b\n  n string | n' },
      [
        'request-field-removed-optional: `json.d` (optional) is no longer documented (string, optional → nothing)',
        'container-changed: rows of `json` stand in `query` now (json → query)',
        '= field-removed json.a',
        '= field-added-required query',
        '= field-added-optional query.a',
        '= field-added-optional query.q',
        'request-field-added-optional: `json.n` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { request: 'query! object\n  a string | a\n  b string | b' },
      { request: 'json! object\n  a string | a\n  c string | c\n  d string | d\n  e string | e' },
      [
        'container-changed: the rows of `query` stand in `json` now (query → json)',
        '= field-removed query',
        '= field-removed query.a',
        '= field-removed query.b',
        '= field-added-required json',
        '= field-added-optional json.a',
        '= field-added-optional json.c',
        '= field-added-optional json.d',
        '= field-added-optional json.e',
      ],
    ],
    [
      { request: 'query! object\n  a string | a\n  c string | c\n  d string | d\n  e string | e' },
      { request: 'json! object\n  a string | a\n  b string | b' },
      [
        'container-changed: the rows of `query` stand in `json` now (query → json)',
        '= field-removed query',
        '= field-removed query.a',
        '= field-removed query.c',
        '= field-removed query.d',
        '= field-removed query.e',
        '= field-added-required json',
        '= field-added-optional json.a',
        '= field-added-optional json.b',
      ],
    ],
    [
      { request: 'query! object\n  a string | a\n  b string | b\n  c string | c' },
      { request: 'json! object\n  a string | a\n  x string | x\n  y string | y' },
      [
        'container-added-required: the call takes a group `json` now, and needs it (nothing → json)',
        '= field-added-required json',
        '= field-added-optional json.a',
        '= field-added-optional json.x',
        '= field-added-optional json.y',
        'container-removed: the call no longer takes the group `query` (query → nothing)',
        '= field-removed query',
        '= field-removed query.a',
        '= field-removed query.b',
        '= field-removed query.c',
      ],
    ],
    [
      { request: 'json! object\n  a string | a' },
      { request: 'body! object\n  b string | b' },
      [
        'body-kind-changed: the rows of `json` stand in `body` now (json → body)',
        '= field-removed json',
        '= field-removed json.a',
        '= field-added-required body',
        '= field-added-optional body.b',
      ],
    ],
    [
      { request: 'json! object\n  a string | a' },
      { request: 'json! object\n  a string | a\nquery object' },
      ['container-added-optional: the call takes a group `query` now (nothing → query)', '= field-added-optional query'],
    ],
    [
      { request: 'json! object\n  a string | a\nbody! object\n  x string | x' },
      { request: 'xml! object\n  q string | q' },
      [
        'container-removed: the call no longer takes the group `body` (body → nothing)',
        '= field-removed body',
        '= field-removed body.x',
        'body-kind-changed: the rows of `json` stand in `xml` now (json → xml)',
        '= field-removed json',
        '= field-removed json.a',
        '= field-added-required xml',
        '= field-added-optional xml.q',
      ],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(examplePage(base), examplePage(head), 'openapi/v3/lamps.md')).toEqual(lines);
  });
});

describe('what is found of protection', () => {
  it.each<Case>([
    [
      { request: 'xml! object\n  a string | a\nnonceless! true' },
      { request: 'xml! object\n  a string | a' },
      ['operation-nonceless-changed: the call needs `nonce_str` now (nonceless → nothing)', '= field-removed nonceless'],
    ],
    [
      { request: 'xml! object\n  a string | a' },
      { request: 'xml! object\n  a string | a\nnonceless! true' },
      ['operation-nonceless-changed: the call goes without `nonce_str` now (nothing → nonceless)', '= field-added-required nonceless'],
    ],
    [
      { request: 'xml! object\n  a string | a\nsecurity! true' },
      { request: 'xml! object\n  a string | a' },
      [
        'client-certificate-dropped: the call no longer needs the TLS certificate of the merchant (security → nothing)',
        '= field-removed security',
      ],
    ],
    [
      { request: 'xml! object\n  sign_type string | 默认值`MD5`' },
      { request: 'xml! object\n  sign_type string | 默认值`HMAC-SHA256`' },
      ['sign-type-changed: calls that do not name a signature are signed with HMAC-SHA256 now, not MD5 (MD5 → HMAC-SHA256)'],
    ],
    [
      { request: 'xml! object\n  sign_type string | x' },
      { request: 'xml! object\n  sign_type string | x 默认值`MD5`' },
      ['sign-type-changed: calls that do not name a signature are signed with MD5 now, not none that is stated (null → MD5)'],
    ],
    [
      { request: 'xml! object\n  sign_type string | 默认值`MD5`' },
      { request: 'xml! object\n  sign_type string | x' },
      ['sign-type-changed: calls that do not name a signature are signed with none that is stated now, not MD5 (MD5 → null)'],
    ],
    [
      { request: 'xml! object\n  sign_type string | x' },
      { request: 'xml! object\n  sign_type string | `MD5` | `HMAC-SHA256` 枚举值之一' },
      [
        'request-enum-introduced: `xml.sign_type` took free text and lists values now: `MD5`, `HMAC-SHA256` (null → MD5 | HMAC-SHA256)',
        'description-changed: the description of `xml.sign_type` changed (null → null)',
      ],
    ],
    [
      { request: 'xml! object\n  sign_type string | `MD5` | `HMAC-SHA256` 枚举值之一' },
      { request: 'xml! object\n  sign_type string | x `MD5` | `HMAC-SHA256` 枚举值之一' },
      ['description-changed: the description of `xml.sign_type` changed (null → null)'],
    ],
    [
      { request: 'xml! object\n  security string | a' },
      { request: 'xml! object\n  security string | b' },
      ['description-changed: the description of `xml.security` changed (null → null)'],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(examplePage(base), examplePage(head), 'openapi/v2/lamps.md')).toEqual(lines);
  });
});

describe('what is found of words', () => {
  it.each<Case>([
    [
      { request: 'json! object\n  a string | one' },
      { request: 'json! object\n  a string | two' },
      ['description-changed: the description of `json.a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a string | 单位为分' },
      { request: 'json! object\n  a string | 单位为元' },
      ['request-unit-changed: the unit of `json.a` was `分` and is `元` now (分 → 元)'],
    ],
    [
      { request: 'json! object\n  a string | x' },
      { request: 'json! object\n  a string | 单位为元' },
      ['description-changed: the description of `json.a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a string | 格式为rfc3339' },
      { request: 'json! object\n  a string | 格式为base64' },
      ['request-format-changed: the format of `json.a` was `rfc3339` and is `base64` now (rfc3339 → base64)'],
    ],
    [
      { request: 'json! object\n  a string | x' },
      { request: 'json! object\n  a string | 格式为base64' },
      ['description-changed: the description of `json.a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a string | 最长32字符' },
      { request: 'json! object\n  a string | 最长16字符' },
      ['request-limit-tightened: the limit of `json.a` was `…32` and is `…16` now (…32 → …16)'],
    ],
    [
      { request: 'json! object\n  a string | 最长16字符' },
      { request: 'json! object\n  a string | 最长32字符' },
      ['request-limit-loosened: the limit of `json.a` was `…16` and is `…32` now (…16 → …32)'],
    ],
    [
      { request: 'json! object\n  a integer | x' },
      { request: 'json! object\n  a integer | 最长32字符' },
      ['request-limit-tightened: the limit of `json.a` is `…32` now (null → …32)'],
    ],
    [
      { request: 'json! object\n  a integer | 最长32字符' },
      { request: 'json! object\n  a integer | x' },
      ['request-limit-loosened: the limit of `json.a` was `…32` and is no longer stated (…32 → null)'],
    ],
    [
      { request: 'json! object\n  a string | 至少1个' },
      { request: 'json! object\n  a string | 至少2个' },
      ['request-limit-tightened: the limit of `json.a` was `1…` and is `2…` now (1… → 2…)'],
    ],
    [
      { request: 'json! object\n  a string | x' },
      { request: 'json! object\n  a string | 至少2个' },
      ['request-limit-tightened: the limit of `json.a` is `2…` now (null → 2…)'],
    ],
    [
      { request: 'json! object\n  a string | 至少2个' },
      { request: 'json! object\n  a string | 至少1个' },
      ['request-limit-loosened: the limit of `json.a` was `2…` and is `1…` now (2… → 1…)'],
    ],
    [
      { request: 'json! object\n  a string | 长度1-32个字符' },
      { request: 'json! object\n  a string | 长度2-64个字符' },
      [
        'request-limit-tightened: the limit of `json.a` was `1…32` and is `2…64` now (1…32 → 2…64)',
        'request-limit-loosened: the limit of `json.a` was `1…32` and is `2…64` now (1…32 → 2…64)',
      ],
    ],
    [
      { request: 'json! object\n  a string | x' },
      { request: 'json! object\n  a string | 当a时必填' },
      ['request-condition-changed: the condition of `json.a` is `当a时必填` now (null → 当a时必填)'],
    ],
    [
      { response: 'a string | x' },
      { response: 'a string | 当a时必填' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a string | 当a时必填' },
      { request: 'json! object\n  a string | x' },
      ['request-condition-changed: the condition of `json.a` was `当a时必填` and is no longer stated (当a时必填 → null)'],
    ],
    [
      { response: 'a string | 当a时必填' },
      { response: 'a string | x' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a string | 当a时必填' },
      { request: 'json! object\n  a string | 当b时必填' },
      ['request-condition-changed: the condition of `json.a` was `当a时必填` and is `当b时必填` now (当a时必填 → 当b时必填)'],
    ],
    [
      { response: 'a string | 当a时必填' },
      { response: 'a string | 当b时必填' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a string | 有效期为10分钟' },
      { request: 'json! object\n  a string | 有效期为5分钟' },
      ['description-changed: the description of `json.a` changed (null → null)'],
    ],
    [
      { response: 'a string | 有效期为10分钟' },
      { response: 'a string | 有效期为5分钟' },
      ['download-expiry-changed: the lifetime of `a` was `10分钟` and is `5分钟` now (10分钟 → 5分钟)'],
    ],
    [
      { request: 'json! object\n  a integer | x' },
      { request: 'json! object\n  a integer | int64' },
      ['request-number-precision-risk: the size of `json.a` is `64` now (null → 64)'],
    ],
    [
      { request: 'json! object\n  a string | 默认值`a`' },
      { request: 'json! object\n  a string | 默认值`b`' },
      ['request-default-changed: the default of `json.a` was `a` and is `b` now (a → b)'],
    ],
    [
      { request: 'json! object\n  a string | 最长32字符，默认值`a`' },
      { request: 'json! object\n  a string | 最长16字符，默认值`b`' },
      [
        'request-default-changed: the default of `json.a` was `a` and is `b` now (a → b)',
        'request-limit-tightened: the limit of `json.a` was `…32` and is `…16` now (…32 → …16)',
      ],
    ],
    [
      { request: 'json! object\n  a string | 单位为分' },
      { request: 'json! object\n  a string | 单位为分钱' },
      ['description-changed: the description of `json.a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a string | x' },
      { request: 'json! object\n  a string | int64' },
      ['description-changed: the description of `json.a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a integer | x int64' },
      { request: 'json! object\n  a integer | int64 y' },
      ['description-changed: the description of `json.a` changed (null → null)'],
    ],
    [
      { request: 'json! object\n  a integer | x int64' },
      { request: 'json! object\n  a integer | y' },
      ['description-changed: the description of `json.a` changed (null → null)'],
    ],
    [
      { response: 'a string | x' },
      { response: 'a string | 有效期为5分钟' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
    [
      { response: 'a string | 有效期为5分钟' },
      { response: 'a string | x' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
    [
      { response: 'a string | 格式为base64' },
      { response: 'a string | x' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
    [
      { response: 'a string | 单位为分' },
      { response: 'a string | x' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
    [
      { response: 'a string | x base64' },
      { response: 'a string | base64 y' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
    [
      { response: 'a string | x 有效期为5分钟' },
      { response: 'a string | 有效期为5分钟 y' },
      ['description-changed: the description of `a` changed (null → null)'],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(examplePage(base), examplePage(head), 'openapi/v3/lamps.md')).toEqual(lines);
  });
});

describe('what is found of uploads', () => {
  it.each<Case>([
    [
      { request: 'body! object\n  file! object | 大小不超过2M' },
      { request: 'body! object\n  file! object | 大小不超过1M' },
      ['upload-limit-tightened: the limit of `body.file` was `2048 KiB` and is `1024 KiB` now (2048 KiB → 1024 KiB)'],
    ],
    [
      { request: 'body! object\n  meta! object\n    file! string | 大小不超过2M' },
      { request: 'body! object\n  meta! object\n    file! string | 大小不超过1M' },
      ['request-limit-tightened: the limit of `body.meta.file` was `…2` and is `…1` now (…2 → …1)'],
    ],
    [
      { request: 'body! object\n  file! object | 大小不超过1M' },
      { request: 'body! object\n  file! object | 大小不超过2M' },
      ['upload-limit-loosened: the limit of `body.file` was `1024 KiB` and is `2048 KiB` now (1024 KiB → 2048 KiB)'],
    ],
    [
      { request: 'body! object\n  file! object | x' },
      { request: 'body! object\n  file! object | 大小不超过2M' },
      ['upload-limit-tightened: the limit of `body.file` is `2048 KiB` now (null → 2048 KiB)'],
    ],
    [
      { request: 'body! object\n  file! object | 支持jpg、png' },
      { request: 'body! object\n  file! object | 支持jpg' },
      ['upload-limit-tightened: the limit of `body.file` was `jpg, png` and is `jpg` now (jpg, png → jpg)'],
    ],
    [
      { request: 'body! object\n  file! object | 支持jpg' },
      { request: 'body! object\n  file! object | 支持jpg、png' },
      ['upload-limit-loosened: the limit of `body.file` was `jpg` and is `jpg, png` now (jpg → jpg, png)'],
    ],
    [
      { request: 'body! object\n  file! object | 支持jpg' },
      { request: 'body! object\n  file! object | 支持png，不超过500K' },
      [
        'upload-limit-tightened: the limit of `body.file` was `jpg` and is `500 KiB, png` now (jpg → 500 KiB, png)',
        'upload-limit-loosened: the limit of `body.file` was `jpg` and is `500 KiB, png` now (jpg → 500 KiB, png)',
      ],
    ],
    [
      { request: 'body! object\n  file! object | 支持jpg' },
      { request: 'body! object\n  file! object | x' },
      ['upload-limit-tightened: the limit of `body.file` was `jpg` and is no longer stated (jpg → null)'],
    ],
    [
      { request: 'body! object\n  meta! object\n    file! string | 支持jpg' },
      { request: 'body! object\n  meta! object\n    file! string | x' },
      ['description-changed: the description of `body.meta.file` changed (null → null)'],
    ],
    [
      { request: 'body! object\n  file! object | x' },
      { request: 'body! object\n  file! object | y' },
      ['description-changed: the description of `body.file` changed (null → null)'],
    ],
    [
      { request: 'body! object\n  file! object | f\n  md5! string | d' },
      { request: 'body! object\n  file! object | f\n  sha256! string | d' },
      [
        'upload-digest-changed: the file is digested by sha256 now, not by md5 (md5 → sha256)',
        '= field-removed body.md5',
        '= field-added-required body.sha256',
      ],
    ],
    [
      { request: 'body! object\n  md5! string | d\n  sha1! string | s' },
      { request: 'body! object\n  sha256! string | e' },
      [
        'upload-part-removed: the part `md5` is no longer documented (md5 → nothing)',
        '= field-removed body.md5',
        'upload-part-removed: the part `sha1` is no longer documented (sha1 → nothing)',
        '= field-removed body.sha1',
        'upload-part-added: the part `sha256` is documented now (nothing → sha256)',
        '= field-added-required body.sha256',
      ],
    ],
    [
      { request: 'json! object\n  md5! string | d' },
      { request: 'json! object\n  sha256! string | e' },
      [
        'request-field-removed-required: `json.md5` (required) is no longer documented (string, required → nothing)',
        'request-field-added-required: `json.sha256` (string, required) is documented now (nothing → string, required)',
      ],
    ],
    [
      { request: 'body! object\n  file! object | f' },
      { request: 'body! object\n  file! object | f\n  sha256! string | e' },
      ['upload-part-added: the part `sha256` is documented now (nothing → sha256)', '= field-added-required body.sha256'],
    ],
    [
      { request: 'body! object\n  file! object | f\n  old_part string | o\n  gone string | g' },
      { request: 'body! object\n  file! object | f\n  oldPart string | x\n  arrived! number | g\n    deep string | d' },
      [
        'upload-part-added: the part `arrived` is documented now (nothing → arrived)',
        '= field-added-required body.arrived',
        'upload-part-removed: the part `gone` is no longer documented (gone → nothing)',
        '= field-removed body.gone',
        'upload-part-renamed: the part `old_part` is called `oldPart` now (old_part → oldPart)',
        '= field-removed body.old_part',
        '= field-added-optional body.oldPart',
      ],
    ],
    [
      { request: 'body! object\n  meta! object | m\n    a string | a\n    b string | b\n    c string | c' },
      { request: 'body! object\n  meta! object | m\n    a number | a\n    b string | other\n    d string | d' },
      [
        'upload-meta-changed: the signed part `body.meta` changes: `body.meta.c` (optional) is no longer documented; `body.meta.d` (string, optional) is documented now; the type of `body.meta.a` was string and is number now (string, optional, string → string, optional, number)',
        '= field-removed body.meta.c',
        '= field-added-optional body.meta.d',
        '= type-changed body.meta.a',
        'description-changed: the description of `body.meta.b` changed (null → null)',
      ],
    ],
    [
      { request: 'body! object\n  meta! object | m\n    a string | `A` | `B` 枚举值之一' },
      { request: 'body! object\n  meta! object | m\n    a string | `A` | `C` | `D` 枚举值之一' },
      [
        'upload-meta-changed: the signed part `body.meta` changes: `body.meta.a` may also be `C`, `D` now; `body.meta.a` may no longer be `B` (A | B, A | B → A | C | D, A | C | D)',
        '= enum-value-added body.meta.a',
        '= enum-value-removed body.meta.a',
        'description-changed: the description of `body.meta.a` changed (null → null)',
      ],
    ],
    [
      { request: 'body! object\n  meta! object | m\n    a string | a' },
      { request: 'body! object\n  meta! object | m\n    a string | b' },
      ['description-changed: the description of `body.meta.a` changed (null → null)'],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(examplePage(base), examplePage(head), 'openapi/v3/lamps.md')).toEqual(lines);
  });
});

describe('what is found beside something else', () => {
  const rulesOf = (base: ExampleOperation, head: ExampleOperation): string[] => {
    const lines = told(examplePage(base), examplePage(head), 'openapi/v3/lamps.md');
    return lines.map((line) => (line.startsWith('=') ? line : (line.split(':')[0] ?? '')));
  };

  it.each<Case>([
    // A group whose rows go to an object that stays, or that is new, and the other way round.
    [
      { request: 'query! object\n  a string | a\njson! object\n  o object | o\n    b string | b' },
      { request: 'json! object\n  o object | o\n    b string | b\n    a string | a' },
      ['container-removed', '= field-removed query', '= field-removed query.a', 'request-field-added-optional'],
    ],
    [
      { request: 'json! object\n  o object | o\n    b string | b\n    a string | a' },
      { request: 'query! object\n  a string | a\njson! object\n  o object | o\n    b string | b' },
      ['request-field-removed-optional', 'container-added-required', '= field-added-required query', '= field-added-optional query.a'],
    ],
    [
      { request: 'query! object\n  a string | a\njson! object\n  b string | b' },
      { request: 'json! object\n  b string | b\n  o object | o\n    a string | a' },
      ['container-removed', '= field-removed query', '= field-removed query.a', 'request-field-added-optional'],
    ],
    [
      { request: 'json! object\n  b string | b\n  o object | o\n    a string | a' },
      { request: 'query! object\n  a string | a\njson! object\n  b string | b' },
      ['request-field-removed-optional', 'container-added-required', '= field-added-required query', '= field-added-optional query.a'],
    ],
    // A digest that comes or goes with another part.
    [
      { request: 'body! object\n  more! object | m' },
      { request: 'body! object\n  sha256! string | d' },
      ['upload-part-removed', '= field-removed body.more', 'upload-part-added', '= field-added-required body.sha256'],
    ],
    [
      { request: 'body! object\n  sha256! string | d' },
      { request: 'body! object\n  more! object | m' },
      ['upload-part-added', '= field-added-required body.more', 'upload-part-removed', '= field-removed body.sha256'],
    ],
    // A row below a part.
    [
      { request: 'body! object\n  file! object | f\n    lamp_colour string | a' },
      { request: 'body! object\n  file! object | f\n    lampColour string | b' },
      ['request-field-renamed', '= field-removed body.file.lamp_colour', '= field-added-optional body.file.lampColour'],
    ],
    // A key with another row.
    [
      { request: 'headers! object\n  X string | x\njson! object\n  a string | a' },
      {
        request:
          'headers! object\n  X string | x\n  Wechatpay-Serial! string | key\njson! object\n  a string {data-encrypted=by-rsa-pubkey} | a\n  b string | b',
      },
      ['request-encryption-added', '= field-added-required headers.Wechatpay-Serial', 'request-field-added-optional'],
    ],
    [
      {
        request:
          'headers! object\n  X string | x\n  Wechatpay-Serial! string | key\njson! object\n  a string {data-encrypted=by-rsa-pubkey} | a\n  b string | b',
      },
      { request: 'headers! object\n  X string | x\njson! object\n  a string | a' },
      ['request-encryption-removed', '= field-removed headers.Wechatpay-Serial', 'request-field-removed-optional'],
    ],
    // A host with another row.
    [
      { request: 'json! object\n  a string | a' },
      { request: 'base_uri! string | `https://b.example/`\njson! object\n  a string | a\n  n! string | n' },
      ['operation-host-changed', '= field-added-required base_uri', 'request-field-added-required'],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(rulesOf(base, head)).toEqual(lines);
  });
});

it('what is found of a row that an overlay describes names the overlay', () => {
  const page = `<!-- openapi/v3/lamps.md -->\n${examplePage({ request: 'json! object\n  a string | a' })}`;
  const overlay = '<!-- overlays/lamps.yaml -->\n- operation: POST /v3/lamps\n  reason: why\n  field: json.a\n  set: { required: true }\n';
  const [finding] = diffApis(compile(page), compile(`${page}\n${overlay}`)).findings;
  expect(finding).toMatchObject({ ruleId: 'request-became-required', head: { overlay: { file: 'overlays/lamps.yaml', line: 1 } } });
  expect(finding?.base).not.toHaveProperty('overlay');
});

it('what is found of a value of `meta` tells the value, where it is the only one', () => {
  const page = (values: string, more = ''): string =>
    examplePage({ request: `body! object\n  meta! object | m\n    a string | ${values} 枚举值之一${more}` });
  const valuesOf = (head: string): unknown => {
    const [before, after] = [page('`A` | `B`', '\n    b string | `A` | `B` 枚举值之一'), head].map(
      (text) => readApi({ 'openapi/v3/lamps.md': text }).api,
    );
    return before && after && diffApis(before, after).findings.map(({ ruleId, values }) => [ruleId, values]);
  };
  expect(valuesOf(page('`A` | `B` | `C`', '\n    b string | `A` | `B` 枚举值之一'))).toEqual([
    ['upload-meta-changed', { added: ['C'], removed: [] }],
  ]);
  expect(valuesOf(page('`A` | `B` | `C`', '\n    b string | `B` | `C` | `D` 枚举值之一'))).toEqual([['upload-meta-changed', undefined]]);
});

describe('what is found of names, places and encryption', () => {
  it.each<Case>([
    [
      { request: 'json! object\n  lamp_colour string | a\n  lampcolour string | b' },
      { request: 'json! object\n  lampColour string | c' },
      [
        'request-field-removed-optional: `json.lamp_colour` (optional) is no longer documented (string, optional → nothing)',
        'request-field-removed-optional: `json.lampcolour` (optional) is no longer documented (string, optional → nothing)',
        'request-field-added-optional: `json.lampColour` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { request: 'json! object\n  lampColour string | c' },
      { request: 'json! object\n  lamp_colour string | a\n  lampcolour string | b' },
      [
        'request-field-removed-optional: `json.lampColour` (optional) is no longer documented (string, optional → nothing)',
        'request-field-added-optional: `json.lamp_colour` (string, optional) is documented now (nothing → string, optional)',
        'request-field-added-optional: `json.lampcolour` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { request: 'json! object\n  lamp_colour string | same\n  shade string | same' },
      { request: 'json! object\n  lampColour string | same\n  tint string | same' },
      [
        'request-field-renamed: `json.lamp_colour` is called `lampColour` now (lamp_colour → lampColour)',
        '= field-removed json.lamp_colour',
        '= field-added-optional json.lampColour',
        'request-field-renamed: `json.shade` is called `tint` now (shade → tint)',
        '= field-removed json.shade',
        '= field-added-optional json.tint',
      ],
    ],
    [
      { request: 'json! object\n  lamp_colour string | same' },
      { request: 'json! object\n  lampColour number | same' },
      [
        'request-field-removed-optional: `json.lamp_colour` (optional) is no longer documented (string, optional → nothing)',
        'request-field-added-optional: `json.lampColour` (number, optional) is documented now (nothing → number, optional)',
      ],
    ],
    [
      { request: 'json! object\n  lamp_colour string | same' },
      { request: 'json! object\n  lampColour string {data-encrypted=by-rsa-pubkey} | same' },
      [
        'request-field-removed-optional: `json.lamp_colour` (optional) is no longer documented (string, optional → nothing)',
        'request-field-added-optional: `json.lampColour` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { request: 'json! object\n  shade string' },
      { request: 'json! object\n  tint string' },
      [
        'request-field-removed-optional: `json.shade` (optional) is no longer documented (string, optional → nothing)',
        'request-field-added-optional: `json.tint` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { request: 'json! object\n  shade object | one\n    a string | a\n    b string | b' },
      { request: 'json! object\n  tint object | two\n    a string | a\n    c string | c' },
      [
        'request-field-removed-optional: `json.shade` (optional) is no longer documented (object, optional → nothing)',
        'request-field-added-optional: `json.tint` (object, optional) is documented now (nothing → object, optional)',
      ],
    ],
    [
      {
        request: 'json! object\n  o object | o\n    a object | a\n      x string | x\n      y string | y\n  p object | p\n    y string | y',
      },
      {
        request:
          'json! object\n  o object | o\n    z string | z\n  p object | p\n    y string | y\n    a object | a\n      x string | x\n      z string | z',
      },
      [
        'request-field-removed-optional: `json.o.a` (optional) is no longer documented (object, optional → nothing)',
        'request-field-added-optional: `json.o.z` (string, optional) is documented now (nothing → string, optional)',
        'request-field-added-optional: `json.p.a` (object, optional) is documented now (nothing → object, optional)',
      ],
    ],
    [
      {
        request:
          'json! object\n  o object | o\n    a object | a\n      x string | x\n      y string | y\n      w string | w\n    z string | z\n  p object | p\n    y string | y',
      },
      {
        request:
          'json! object\n  o object | o\n    z string | z\n  p object | p\n    y string | y\n    a object | a\n      x string | x\n      v string | z\n      u string | u',
      },
      [
        'request-field-removed-optional: `json.o.a` (optional) is no longer documented (object, optional → nothing)',
        'request-field-added-optional: `json.p.a` (object, optional) is documented now (nothing → object, optional)',
      ],
    ],
    [
      { request: 'json! object\n  o object | o\n    a string | a\n    b string | b\n    c string {data-encrypted=by-rsa-pubkey} | c' },
      { request: 'json! object\n  o object | o\n    a string {data-encrypted=by-rsa-pubkey} | a\n    b string | b\n    c string | c' },
      [
        'request-encryption-added: `json.o.a` is encrypted now (by-rsa-pubkey) (null → by-rsa-pubkey)',
        'request-encryption-removed: `json.o.c` is no longer encrypted (by-rsa-pubkey → null)',
      ],
    ],
    [
      { request: 'json! object\n  o string {data-encrypted=by-aes-gcm} | o\n---\n    a string | a\n    b string | b' },
      {
        request:
          'json! object\n  o string {data-encoded=by-json_encode} | o\n---\n    a string {data-encrypted=by-rsa-pubkey} | a\n    b string {data-encrypted=by-rsa-pubkey} | b',
      },
      [
        'request-encoding-added: `json.o` is encoded now (by-json_encode) (null → by-json_encode)',
        'request-encryption-removed: `json.o` is no longer encrypted (by-aes-gcm → null)',
        'request-encryption-added: `json.o.a` is encrypted now (by-rsa-pubkey) (null → by-rsa-pubkey)',
        'request-encryption-added: `json.o.b` is encrypted now (by-rsa-pubkey) (null → by-rsa-pubkey)',
      ],
    ],
    [
      { request: 'json! object\n  o string {data-encoded=by-json_encode} | o\n---\n    a string {data-encrypted=by-rsa-pubkey} | a' },
      { request: 'json! object\n  o string {data-encrypted=by-aes-gcm} | o\n---\n    a string | a' },
      [
        'request-encoding-removed: `json.o` is no longer encoded (by-json_encode → null)',
        'request-encryption-moved: not `json.o.a` is encrypted now but `json.o` (json.o.a → json.o)',
        '= encryption-removed json.o.a',
        '= encryption-added json.o',
      ],
    ],
    [
      {
        request:
          'json! object\n  o object | o\n    a object | a\n      x string | x\n      y string | y\n      w string | w\n    z string | z\n  p object | p\n    q string | q',
      },
      {
        request:
          'json! object\n  o object | o\n    z string | z\n  p object | p\n    q string | q\n    a object | a\n      x string | x\n      y string | y\n      v string | z',
      },
      [
        'request-field-moved: `json.o.a` stands at `json.p.a` now (json.o.a → json.p.a)',
        '= field-removed json.o.a',
        '= field-added-optional json.p.a',
      ],
    ],
    [
      { request: 'json! object\n  o object | o\n    a object | a\n      x string | x\n    z string | z\n  p object | p\n    q string | q' },
      { request: 'json! object\n  o object | o\n    z string | z\n  p object | p\n    q string | q\n    a object | a' },
      [
        'request-field-removed-optional: `json.o.a` (optional) is no longer documented (object, optional → nothing)',
        'request-field-added-optional: `json.p.a` (object, optional) is documented now (nothing → object, optional)',
      ],
    ],
    [
      { request: 'json! object\n  lamp_colour string |  same ' },
      { request: 'json! object\n  tint string | same' },
      [
        'request-field-renamed: `json.lamp_colour` is called `tint` now (lamp_colour → tint)',
        '= field-removed json.lamp_colour',
        '= field-added-optional json.tint',
      ],
    ],
    [
      { request: 'json! object\n  lamp_colour string | a\n  shade string | b' },
      { request: 'json! object\n  lampColour string | b\n  tint string | c' },
      [
        'request-field-renamed: `json.shade` is called `lampColour` now (shade → lampColour)',
        '= field-removed json.shade',
        '= field-added-optional json.lampColour',
        'request-field-removed-optional: `json.lamp_colour` (optional) is no longer documented (string, optional → nothing)',
        'request-field-added-optional: `json.tint` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(examplePage(base), examplePage(head), 'openapi/v3/lamps.md')).toEqual(lines);
  });
});

describe('what is found of a notification', () => {
  it.each<readonly [base: Notification, head: Notification, lines: readonly string[]]>([
    [
      {},
      { hasReplyBody: false },
      ['webhook-ack-body-changed: the body of the reply is gone now (body → nothing)', '= field-removed body', '= field-removed body.code'],
    ],
    [
      { hasReplyBody: false },
      {},
      [
        'webhook-ack-body-changed: the body of the reply is documented now (nothing → body)',
        '= field-added-required body',
        '= field-added-optional body.code',
      ],
    ],
    [
      { replyStatus: '`200` `204` 枚举值之一' },
      { replyStatus: '`200` `202` 枚举值之一' },
      [
        'webhook-ack-status-changed: the reply has status 200, 202 now, not 200, 204 (200 | 204 → 200 | 202)',
        '= enum-value-added status',
        '= enum-value-removed status',
        'description-changed: the description of `status` changed (null → null)',
      ],
    ],
    [
      { replyStatus: '`200` `204` 枚举值之一' },
      { replyStatus: '`200` `202` `204` 枚举值之一' },
      [
        'ack-enum-value-added: `status` may also be `202` now (200 | 204 → 200 | 202 | 204)',
        'description-changed: the description of `status` changed (null → null)',
      ],
    ],
    [
      { replyStatus: '`200` `202` `204` 枚举值之一' },
      { replyStatus: '`200` `204` 枚举值之一' },
      [
        'ack-enum-value-removed: `status` may no longer be `202` (200 | 202 | 204 → 200 | 204)',
        'description-changed: the description of `status` changed (null → null)',
      ],
    ],
    [
      { replyStatus: '`200` `204` 枚举值之一' },
      { replyStatus: 'x' },
      [
        'ack-enum-dropped: `status` no longer lists its values (200 | 204 → null)',
        'description-changed: the description of `status` changed (null → null)',
      ],
    ],
    [
      { reply: 'code string | `A` | `B` | `C` 枚举值之一' },
      { reply: 'code string | `A` | `D` | `E` 枚举值之一' },
      [
        'webhook-ack-code-removed: the reply may no longer say B, C (A | B | C → A | D | E)',
        '= enum-value-removed body.code',
        'description-changed: the description of `body.code` changed (null → null)',
        'webhook-ack-code-added: the reply may also say D, E now (A | B | C → A | D | E)',
        '= enum-value-added body.code',
      ],
    ],
    [
      { reply: 'code string | `A` 枚举值' },
      { reply: 'code string | `A` | `D` | `E` 枚举值之一' },
      [
        'description-changed: the description of `body.code` changed (null → null)',
        'webhook-ack-code-added: the reply may also say D, E now (A → A | D | E)',
        '= enum-value-added body.code',
      ],
    ],
    [
      { reply: 'more object | m\n  code string | `A` | `B` 枚举值之一' },
      { reply: 'more object | m\n  code string | `A` | `D` 枚举值之一' },
      [
        'ack-enum-value-renamed: the value `B` of `body.more.code` is `D` now (A | B → A | D)',
        'description-changed: the description of `body.more.code` changed (null → null)',
      ],
    ],
    [
      { reply: 'word string | `A` | `B` 枚举值之一' },
      { reply: 'word string | `A` | `D` 枚举值之一' },
      [
        'ack-enum-value-renamed: the value `B` of `body.word` is `D` now (A | B → A | D)',
        'description-changed: the description of `body.word` changed (null → null)',
      ],
    ],
    [
      { reply: 'code string | 固定值`A`' },
      { reply: 'code string | 固定值`B`' },
      [
        'webhook-ack-code-removed: the reply may no longer say A (A → B)',
        'description-changed: the description of `body.code` changed (null → null)',
        'webhook-ack-code-added: the reply may also say B now (A → B)',
      ],
    ],
    [
      { reply: 'body object | m' },
      { reply: 'code string | m' },
      [
        'ack-field-removed-optional: `body.body` (optional) is no longer documented (object, optional → nothing)',
        'ack-field-added-optional: `body.code` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { contentType: '`application/json` 枚举值' },
      { contentType: '`text/xml` 枚举值' },
      [
        'webhook-format-changed: the format of the notification was application/json and is text/xml now (application/json → text/xml)',
        '= enum-value-added headers.Content-Type',
        '= enum-value-removed headers.Content-Type',
        'description-changed: the description of `headers.Content-Type` changed (null → null)',
      ],
    ],
    [
      { contentType: '`application/json` 枚举值' },
      { contentType: '`text/json` 枚举值' },
      [
        'webhook-constant-changed: the value of `headers.Content-Type` was `application/json` and is `text/json` now (application/json → text/json)',
        'description-changed: the description of `headers.Content-Type` changed (null → null)',
      ],
    ],
    [
      { contentType: '固定值`application/json`' },
      { contentType: '固定值`text/xml`' },
      [
        'webhook-format-changed: the format of the notification was application/json and is text/xml now (application/json → text/xml)',
        'description-changed: the description of `headers.Content-Type` changed (null → null)',
      ],
    ],
    [
      { contentType: '`text/xml` 枚举值' },
      { contentType: '`text/plain` 枚举值' },
      [
        'webhook-format-changed: the format of the notification was text/xml and is text/plain now (text/xml → text/plain)',
        '= enum-value-added headers.Content-Type',
        '= enum-value-removed headers.Content-Type',
        'description-changed: the description of `headers.Content-Type` changed (null → null)',
      ],
    ],
    [
      { contentType: '`text/html` 枚举值' },
      { contentType: '`text/plain` 枚举值' },
      [
        'webhook-constant-changed: the value of `headers.Content-Type` was `text/html` and is `text/plain` now (text/html → text/plain)',
        'description-changed: the description of `headers.Content-Type` changed (null → null)',
      ],
    ],
    [
      { suite: '固定值`A`' },
      { suite: '固定值`B`' },
      [
        'algorithm-suite-changed: the suite of signature algorithms was A and is B now (A → B)',
        'description-changed: the description of `headers.Wechatpay-Signature-Type` changed (null → null)',
      ],
    ],
    [
      { eventType: '`A.B` | `C.D` 枚举值之一' },
      { eventType: '`A.B` | `E.F` | `G.H` 枚举值之一' },
      [
        'webhook-event-value-added: the page also describes E.F, G.H now (A.B | C.D → A.B | E.F | G.H)',
        '= enum-value-added body.event_type',
        'description-changed: the description of `body.event_type` changed (null → null)',
        'webhook-event-value-removed: the page no longer describes C.D (A.B | C.D → A.B | E.F | G.H)',
        '= enum-value-removed body.event_type',
      ],
    ],
    [
      { eventType: '`A.B` | `C.D` | `E.F` 枚举值之一' },
      { eventType: '`A.B` 枚举值' },
      [
        'description-changed: the description of `body.event_type` changed (null → null)',
        'webhook-event-value-removed: the page no longer describes C.D, E.F (A.B | C.D | E.F → A.B)',
        '= enum-value-removed body.event_type',
      ],
    ],
    [
      { eventType: '`A.B` | `C.D` 枚举值之一' },
      { eventType: 'x' },
      [
        'webhook-enum-dropped: `body.event_type` no longer lists its values (A.B | C.D → null)',
        'description-changed: the description of `body.event_type` changed (null → null)',
      ],
    ],
    [
      { eventType: '`A.B` 枚举值' },
      { eventType: '`C.D` 枚举值' },
      [
        'webhook-event-renamed: the event type was A.B and is C.D now (A.B → C.D)',
        '= enum-value-added body.event_type',
        '= enum-value-removed body.event_type',
        'description-changed: the description of `body.event_type` changed (null → null)',
      ],
    ],
    [
      { resourceType: '`A` 枚举值' },
      { resourceType: '`B` 枚举值' },
      [
        'webhook-resource-type-changed: `body.resource_type` was A and is B now (A → B)',
        '= enum-value-added body.resource_type',
        '= enum-value-removed body.resource_type',
        'description-changed: the description of `body.resource_type` changed (null → null)',
      ],
    ],
    [
      {
        envelope: '',
        resource: 'original_type string | 固定值`A`\nciphertext! string {data-encrypted=by-aes-gcm}\n---\n  lamp_id! string | x',
      },
      { resource: 'original_type string | 固定值`B`\nciphertext! string {data-encrypted=by-aes-gcm}\n---\n  lamp_id! string | x' },
      [
        'webhook-resource-type-changed: `body.resource.original_type` was A and is B now (A → B)',
        'description-changed: the description of `body.resource.original_type` changed (null → null)',
      ],
    ],
    [
      { algorithm: '`A` 枚举值' },
      { algorithm: '`B` 枚举值' },
      [
        'webhook-cipher-changed: the cipher of the payload was A and is B now (A → B)',
        '= enum-value-added body.resource.algorithm',
        '= enum-value-removed body.resource.algorithm',
        'description-changed: the description of `body.resource.algorithm` changed (null → null)',
      ],
    ],
    [
      { payload: 'lamp_id! string | a\ncolour string | b' },
      { resource: 'lamp_id! string | a\ncolour string | b\nciphertext! string' },
      [
        'webhook-payload-decrypted: the payload no longer is encrypted in `body.resource.ciphertext` (by-aes-gcm → null)',
        '= encryption-removed body.resource.ciphertext',
        '= field-removed body.resource.ciphertext.lamp_id',
        '= field-removed body.resource.ciphertext.colour',
        '= field-added-required body.resource.lamp_id',
        '= field-added-optional body.resource.colour',
      ],
    ],
    [
      { resource: 'lamp_id! string | a\ncolour string | b\nciphertext! string' },
      { payload: 'lamp_id! string | a\ncolour string | b' },
      [
        'webhook-payload-encrypted: the payload is encrypted in `body.resource.ciphertext` now (null → by-aes-gcm)',
        '= encryption-added body.resource.ciphertext',
        '= field-removed body.resource.lamp_id',
        '= field-removed body.resource.colour',
        '= field-added-required body.resource.ciphertext.lamp_id',
        '= field-added-optional body.resource.ciphertext.colour',
      ],
    ],
    [
      { resource: 'lamp_id! string | a\nother string | b\nciphertext! string' },
      { payload: 'lamp_id! string | a\ncolour string | b' },
      [
        'webhook-payload-encrypted: the payload is encrypted in `body.resource.ciphertext` now (null → by-aes-gcm)',
        '= encryption-added body.resource.ciphertext',
        '= field-removed body.resource.lamp_id',
        '= field-added-required body.resource.ciphertext.lamp_id',
        '= field-added-optional body.resource.ciphertext.colour',
        'webhook-envelope-field-removed: `body.resource.other` is no longer documented (body.resource.other → nothing)',
        '= field-removed body.resource.other',
      ],
    ],
    [
      { resource: 'lamp_id! string | a\nother string | b\nciphertext! string' },
      { payload: 'lamp_id! string | a\ncolour string | b\nwatt string | w' },
      [
        'webhook-encryption-added: `body.resource.ciphertext` is encrypted now (by-aes-gcm) (null → by-aes-gcm)',
        'webhook-field-moved: `body.resource.lamp_id` stands at `body.resource.ciphertext.lamp_id` now (body.resource.lamp_id → body.resource.ciphertext.lamp_id)',
        '= field-removed body.resource.lamp_id',
        '= field-added-required body.resource.ciphertext.lamp_id',
        'webhook-envelope-field-removed: `body.resource.other` is no longer documented (body.resource.other → nothing)',
        '= field-removed body.resource.other',
        'webhook-field-added-optional: `body.resource.ciphertext.colour` (string, optional) is documented now (nothing → string, optional)',
        'webhook-field-added-optional: `body.resource.ciphertext.watt` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { resource: 'lamp object | l\n  lamp_id! string | a\n  colour string | b\nciphertext! string' },
      { payload: 'lamp_id! string | a\ncolour string | b\nwatt string | w' },
      [
        'webhook-payload-encrypted: the payload is encrypted in `body.resource.ciphertext` now (null → by-aes-gcm)',
        '= encryption-added body.resource.ciphertext',
        '= field-removed body.resource.lamp',
        '= field-added-required body.resource.ciphertext.lamp_id',
        '= field-added-optional body.resource.ciphertext.colour',
        '= field-added-optional body.resource.ciphertext.watt',
      ],
    ],
    [
      { resource: 'lamp object | l\n  lamp_id! string | a\n  colour string | b\n  z string | z\nciphertext! string' },
      { payload: 'lamp_id! string | a\ncolour string | b\nwatt string | w\nx string | x\ny string | y\nv string | v\nu string | u' },
      [
        'webhook-encryption-added: `body.resource.ciphertext` is encrypted now (by-aes-gcm) (null → by-aes-gcm)',
        'webhook-envelope-field-removed: `body.resource.lamp` is no longer documented (body.resource.lamp → nothing)',
        '= field-removed body.resource.lamp',
        'webhook-field-added-optional: `body.resource.ciphertext.colour` (string, optional) is documented now (nothing → string, optional)',
        'webhook-field-added-required: `body.resource.ciphertext.lamp_id` (string, required) is documented now (nothing → string, required)',
        'webhook-field-added-optional: `body.resource.ciphertext.u` (string, optional) is documented now (nothing → string, optional)',
        'webhook-field-added-optional: `body.resource.ciphertext.v` (string, optional) is documented now (nothing → string, optional)',
        'webhook-field-added-optional: `body.resource.ciphertext.watt` (string, optional) is documented now (nothing → string, optional)',
        'webhook-field-added-optional: `body.resource.ciphertext.x` (string, optional) is documented now (nothing → string, optional)',
        'webhook-field-added-optional: `body.resource.ciphertext.y` (string, optional) is documented now (nothing → string, optional)',
      ],
    ],
    [
      { payload: 'lamp_id! string | a\ncolour string | b\nwatt string | w' },
      { resource: 'lamp object | l\n  lamp_id! string | a\n  colour string | b\nciphertext! string' },
      [
        'webhook-payload-decrypted: the payload no longer is encrypted in `body.resource.ciphertext` (by-aes-gcm → null)',
        '= encryption-removed body.resource.ciphertext',
        '= field-removed body.resource.ciphertext.lamp_id',
        '= field-removed body.resource.ciphertext.colour',
        '= field-removed body.resource.ciphertext.watt',
        '= field-added-optional body.resource.lamp',
      ],
    ],
    [
      { resource: 'ciphertext! string' },
      { payload: 'lamp_id! string | a' },
      [
        'webhook-encryption-added: `body.resource.ciphertext` is encrypted now (by-aes-gcm) (null → by-aes-gcm)',
        'webhook-field-added-required: `body.resource.ciphertext.lamp_id` (string, required) is documented now (nothing → string, required)',
      ],
    ],
    [
      { headers: 'Wechatpay-Nonce! string | n\nOther string | o\nMore object | m\n  Wechatpay-B string | b' },
      { headers: 'Wechatpay-Serial! number | s\nAnother number | a\nMore object | m\n  Wechatpay-C number | c' },
      [
        'webhook-field-removed-optional: `headers.More.Wechatpay-B` (optional) is no longer documented (string, optional → nothing)',
        'webhook-field-removed-optional: `headers.Other` (optional) is no longer documented (string, optional → nothing)',
        'webhook-signature-header-removed: the notification no longer documents the header `Wechatpay-Nonce` (Wechatpay-Nonce → nothing)',
        '= field-removed headers.Wechatpay-Nonce',
        'webhook-field-added-optional: `headers.Another` (number, optional) is documented now (nothing → number, optional)',
        'webhook-field-added-optional: `headers.More.Wechatpay-C` (number, optional) is documented now (nothing → number, optional)',
        'webhook-signature-header-added: the notification documents the header `Wechatpay-Serial` now (nothing → Wechatpay-Serial)',
        '= field-added-required headers.Wechatpay-Serial',
      ],
    ],
    [
      { envelope: 'a! string | a\no object | o\n  b string | b\ns string {data-encoded=by-json_encode} | s\n---\n  f string | f' },
      {
        envelope:
          'c! number | c\no object | o\n  d number | d\n  e! string | e\ns string {data-encoded=by-json_encode} | s\n---\n  g number | g',
      },
      [
        'webhook-envelope-field-removed: `body.a` is no longer documented (body.a → nothing)',
        '= field-removed body.a',
        'webhook-envelope-field-removed: `body.o.b` is no longer documented (body.o.b → nothing)',
        '= field-removed body.o.b',
        'webhook-field-removed-optional: `body.s.f` (optional) is no longer documented (string, optional → nothing)',
        'webhook-envelope-field-added-required: `body.c` is documented now (nothing → body.c)',
        '= field-added-required body.c',
        'webhook-envelope-field-added-optional: `body.o.d` is documented now (nothing → body.o.d)',
        '= field-added-optional body.o.d',
        'webhook-envelope-field-added-required: `body.o.e` is documented now (nothing → body.o.e)',
        '= field-added-required body.o.e',
        'webhook-field-added-optional: `body.s.g` (number, optional) is documented now (nothing → number, optional)',
      ],
    ],
    [
      { payload: 'a! string | a' },
      { payload: 'b! string | b' },
      [
        'webhook-field-removed-required: `body.resource.ciphertext.a` (required) is no longer documented (string, required → nothing)',
        'webhook-field-added-required: `body.resource.ciphertext.b` (string, required) is documented now (nothing → string, required)',
      ],
    ],
    [
      { headers: 'a! string | a' },
      { headers: 'a! string | a\nb! string | b' },
      ['webhook-field-added-required: `headers.b` (string, required) is documented now (nothing → string, required)'],
    ],
    [
      { alert: '> [!IMPORTANT] x\n> - 5秒内应答' },
      { alert: '> [!IMPORTANT] x\n> - 10秒内应答' },
      ['webhook-deadline-changed: the seconds for the reply: `5` before, `10` now (5 → 10)'],
    ],
    [
      { notes: '1. 5秒内应答 {#A}\n1. x {#B}' },
      { notes: '1. 10秒内应答 {#C}\n1. x {#D}' },
      [
        'variant-removed: the variants: `A, B` before, not stated now (A, B → null)',
        'webhook-deadline-changed: the seconds for the reply: `5` before, `10` now (5 → 10)',
        'variant-added: the variants: not stated before, `C, D` now (null → C, D)',
      ],
    ],
    [
      { alert: '> [!IMPORTANT] x\n> - 通知频率为15s/15s/30s' },
      { alert: '> [!IMPORTANT] x\n> - 通知频率为15s/30s' },
      ['webhook-retries-changed: the rhythm of repetitions: `15s/15s/30s` before, `15s/30s` now (15s/15s/30s → 15s/30s)'],
    ],
    [
      {},
      { alert: '> [!IMPORTANT] x\n> - 5秒内应答' },
      ['webhook-deadline-changed: the seconds for the reply: not stated before, `5` now (null → 5)'],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(exampleNotification(base), exampleNotification(head), 'webhook/v3/LAMP.LIT.md')).toEqual(lines);
  });
});

describe('what is found of the words around the tables', () => {
  it.each<Case>([
    [
      { description: '频率限制：100次/分钟' },
      { description: '频率限制：10次/秒' },
      ['rate-limit-raised: the rate limit: `100 per minute` before, `10 per second` now (100 per minute → 10 per second)'],
    ],
    [
      { description: '频率限制：60次/分钟' },
      { description: '频率限制：1次/秒' },
      ['description-changed: the description changed (null → null)'],
    ],
    [
      { description: '商户频率限制：60次/分钟' },
      { description: '单接口频率限制：60次/分钟' },
      ['description-changed: the description changed (null → null)'],
    ],
    [
      { description: '商户号60次/分钟' },
      { description: '接口组60次/分钟' },
      [
        'rate-limit-scope-changed: the rate limit: `商户号 60 per minute` before, `接口组 60 per minute` now (商户号 60 per minute → 接口组 60 per minute)',
      ],
    ],
    [
      { description: '商户号60次/分钟，接口组5次/秒' },
      { description: '接口组3次/秒，商户号90次/分钟' },
      [
        'rate-limit-lowered: the rate limit: `接口组 5 per second` before, `接口组 3 per second` now (接口组 5 per second → 接口组 3 per second)',
        'rate-limit-raised: the rate limit: `商户号 60 per minute` before, `商户号 90 per minute` now (商户号 60 per minute → 商户号 90 per minute)',
      ],
    ],
    [
      { description: '商户号60次/分钟' },
      { description: '商户号60次/分钟，接口组5次/秒' },
      ['rate-limit-lowered: the rate limit: not stated before, `接口组 5 per second` now (null → 接口组 5 per second)'],
    ],
    [
      { description: 'x' },
      { description: '频率限制：60次/分钟' },
      ['rate-limit-lowered: the rate limit: not stated before, `60 per minute` now (null → 60 per minute)'],
    ],
    [
      { description: '频率限制：60次/天' },
      { description: 'x' },
      ['rate-limit-raised: the rate limit: `60 per day` before, not stated now (60 per day → null)'],
    ],
    [{ description: '限制60次/小时' }, { description: '限制1次/分钟' }, ['description-changed: the description changed (null → null)']],
    [{ description: '限制25次/小时' }, { description: '限制600次/天' }, ['description-changed: the description changed (null → null)']],
    [
      { description: '频率限制：60次/分钟' },
      { description: '啊。频率限制：60次/分钟' },
      ['description-changed: the description changed (null → null)'],
    ],
    [
      { description: '重入有效期1年' },
      { description: '重入有效期30天' },
      ['idempotency-window-shortened: the days in which a repeated call is recognised: `365` before, `30` now (365 → 30)'],
    ],
    [
      { description: '重入有效期30天' },
      { description: '重入有效期1年' },
      ['idempotency-window-lengthened: the days in which a repeated call is recognised: `30` before, `365` now (30 → 365)'],
    ],
    [
      { description: '400-PARAM_ERROR，403-NO_AUTH' },
      { description: '400-PARAM_ERROR，404-NOT_FOUND，429-LIMITED' },
      [
        'error-code-added: the error codes: not stated before, `404-NOT_FOUND, 429-LIMITED` now (null → 404-NOT_FOUND, 429-LIMITED)',
        'error-code-removed: the error codes: `403-NO_AUTH` before, not stated now (403-NO_AUTH → null)',
      ],
    ],
    [
      { description: '400-PARAM_ERROR，403-NO_AUTH' },
      { description: 'x' },
      ['error-code-removed: the error codes: `400-PARAM_ERROR, 403-NO_AUTH` before, not stated now (400-PARAM_ERROR, 403-NO_AUTH → null)'],
    ],
    [
      { description: '重试前先查询' },
      { description: 'x' },
      ['retry-guidance-changed: the advice on repeating the call: `重试前先查询` before, not stated now (重试前先查询 → null)'],
    ],
    [{ title: 'one' }, { title: 'two' }, ['title-changed: the title: `one` before, `two` now (one → two)']],
    [{ link: 'one' }, { link: 'two' }, ['official-link-changed: the links changed (null → null)']],
    [
      { response: 'failure:\na string | x\nb string | y' },
      { response: 'failure:\na string | x\nb string | z' },
      [
        'error-table-changed: the dictionary of failures changed (null → null)',
        'description-changed: the description of `b` changed (null → null)',
      ],
    ],
    [
      { response: 'failure:\na string | x' },
      { response: 'a string | y' },
      [
        'response-kind-changed: the answer holds fields now, not a file (data → json)',
        'description-changed: the description of `a` changed (null → null)',
      ],
    ],
    [
      { response: '文件流(需解析为对应数据)' },
      { response: '文件流(保存后按本地PDF文件查看)' },
      ['accept-kind-changed: the answer arrives as pdf now, not as data (data → pdf)'],
    ],
    [
      { notice: '::: warning {.im-redesigned}\nx `2022.09.08`\n:::' },
      { notice: '::: warning {.im-redesigned}\ny `2022.09.08`\n:::' },
      ['availability-changed: the notices changed (null → null)'],
    ],
    [
      { notice: '::: danger {.im-deprecated}\nx `2022.09.08`\n:::' },
      { notice: '::: danger {.im-deprecated}\ny `2022.09.08`\n:::' },
      ['availability-changed: the notices changed (null → null)'],
    ],
    [
      {},
      { notice: '::: danger {.im-deprecated}\ny `2022.09.08`\n:::' },
      ['operation-deprecated: the operation is marked as deprecated now (null → deprecated)'],
    ],
    [
      { notice: '::: danger {.im-deprecated}\ny `2022.09.08`\n:::' },
      {},
      ['operation-undeprecated: the operation is no longer marked as ending (deprecated → null)'],
    ],
  ])('%j, then %j', (base, head, lines) => {
    expect(told(examplePage(base), examplePage(head), 'openapi/v3/lamps.md')).toEqual(lines);
  });
});

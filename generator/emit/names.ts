/** The one place where identifiers are made out of names of pages. */

/** `goods_detail` → `GoodsDetail`, `Wechatpay-Serial` → `WechatpaySerial`, `coupon_id_$n` → `CouponIdN`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Whether a value of a page is written like the name of a row, and may therefore be a part of an identifier. */
export function isProperName(value: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(value);
}

/** `goods_detail` → `goodsDetail`; never a reserved word, never empty. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return /^[a-z]/.test(camel) && !reserved.has(camel) ? camel : `_${camel}`;
}

/** The variable that holds a member: its name on the page where that can be one. It hides no `checkX` of the module. */
export function variableName(name: string): string {
  const variable = /^[a-z]\w*$/.test(name) ? name : camelCase(name);
  return reserved.has(variable) || /^check[A-Z]/.test(variable) ? `_${variable}` : variable;
}

/** The type of a notification: `REFUND.SUCCESS` → `RefundSuccess`. */
export function eventName(name: string): string {
  const pascal = name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => pascalCase(word === word.toUpperCase() ? word.toLowerCase() : word))
    .join('');
  return /^[A-Z]/.test(pascal) ? pascal : `_${pascal}`;
}

/**
 * The property of one path segment in the call chain (dialect.md §16.2): `wb-channel` → `wbChannel`, `{id}` → `_id_`, and the empty
 * segment after a slash at the end → `_empty_`.
 */
export function chainKey(segment: string): string {
  if (segment === '') return '_empty_';
  const placeholder = /^\{(.*)\}$/.exec(segment);
  if (placeholder) return `_${placeholder[1]}_`;
  return segment.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Hands out names that are unique in one module, or in one function of it. */
export interface Scope {
  /** `wanted`, or `wanted` with the first free number behind it. */
  claim(wanted: string): string;
  /** A scope inside of this one, whose names hide none of those claimed here so far. */
  inner(): Scope;
}

function createScope(taken: Iterable<string>): Scope {
  const claimed = new Set(taken);
  // Where to go on counting, so that many names that are alike do not cost their square.
  const next = new Map<string, number>();
  return {
    claim(wanted) {
      let name = wanted;
      let number = next.get(wanted) ?? 2;
      for (; claimed.has(name); number += 1) name = `${wanted}${number}`;
      next.set(wanted, number);
      claimed.add(name);
      return name;
    },
    inner: () => createScope(claimed),
  };
}

/** The scope of one module, in which nothing hides what generated statements refer to. */
export function createModuleScope(): Scope {
  return createScope([
    'input',
    'issues',
    'wrong',
    'index',
    'item',
    'isObject',
    'hasMembers',
    'isNumeric',
    'isUploadFile',
    'ownMember',
    'nest',
    'fewest',
    'checkOneOf',
    'checkStrings',
    'notListed',
    'notString',
    'notNumber',
    'notInteger',
    'notBoolean',
    'notFile',
    'notObject',
    'notList',
    'notListOrObject',
  ]);
}

const reserved: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if ' +
    'implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof ' +
    'undefined var void while with yield'
  ).split(' '),
);

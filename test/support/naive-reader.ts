/**
 * A second, simple-minded reader of the dialect: lines and regular expressions, nothing of the generator. It is the witness that the
 * real one is compared with, so it imports nothing from it.
 */

/** What one row says, in words that an OpenAPI document can be read back into. */
export interface Fact {
  readonly line: number;
  readonly type: string;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly encrypted: string;
  readonly key: string;
}

export interface NaiveOperation {
  /** `POST /v3/refunds`, `WEBHOOK v3/REFUND.SUCCESS`. */
  readonly id: string;
  readonly deprecated: boolean;
  readonly answer: 'fields' | 'empty' | 'stream' | 'redirect';
  /**
   * By path: `request.json.a.b`, `answer.data[].c`. `>` stands before what is inside a string, alone for a list that is the content
   * itself, which nothing requires; `#2` behind the second shape of a field.
   */
  readonly facts: ReadonlyMap<string, Fact>;
}

interface NaiveRow {
  readonly line: number;
  readonly indent: number;
  readonly name: string;
  readonly type: string;
  readonly attributes: string;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly separated: boolean;
  readonly children: NaiveRow[];
  readonly inside: NaiveRow[];
  /** What is inside stood at the depth of the string: the rows only name shapes of it. */
  labelled: boolean;
}

/** The operations of a page; none for stubs and indexes. */
export function readNaively(file: string, text: string): NaiveOperation[] {
  const lines = text.split('\n');
  const operations: NaiveOperation[] = [];
  let verb = '';
  let deprecated = false;
  let request: NaiveRow[] = [];
  let sample: string[] = [];
  let inFence = false;
  lines.forEach((line, index) => {
    if (line.startsWith('```')) inFence = !inFence;
    if (inFence) sample.push(line);
    const heading = /^##? .*\{#(get|post|put|patch|delete)\}/.exec(line)?.[1];
    if (heading) {
      verb = heading;
      deprecated = false;
      sample = [];
    }
    if (/^:::.*\{\.im-(deprecated|discarded|redesigned)\}/.test(line)) deprecated = true;
    if (line.startsWith('| 请求参数')) request = readRows(lines, index);
    const keyword = /^\| (返回字典|应答规范|异常字典)/.exec(line)?.[1];
    if (!keyword) return;
    const facts = new Map<string, Fact>();
    addFacts(facts, 'request', request, sample);
    addFacts(facts, 'answer', readRows(lines, index), []);
    const name = file
      .replace(/^(openapi|webhook)\//, '')
      .replace(/(^|\/)index\.md$/, '$1')
      .replace(/\.md$/, '');
    const id = keyword === '应答规范' ? `WEBHOOK ${name}` : `${verb.toUpperCase()} /${name}`;
    operations.push({ id, deprecated, answer: answerOf(lines[index + 2] ?? '', keyword), facts });
  });
  return operations;
}

function answerOf(firstRow: string, keyword: string): NaiveOperation['answer'] {
  if (keyword === '异常字典' || firstRow.includes('文件流')) return 'stream';
  if (firstRow.includes('30x')) return 'redirect';
  return firstRow.includes('空字符串') ? 'empty' : 'fields';
}

function readRows(lines: readonly string[], header: number): NaiveRow[] {
  const rows: NaiveRow[] = [];
  let separated = false;
  for (let index = header + 2; (lines[index] ?? '').startsWith('|'); index += 1) {
    const line = lines[index] ?? '';
    if (line.includes('.im-table-line')) separated = true;
    if (line.includes('colspan=3')) continue;
    const [, first = '', second = '', ...description] = line.replaceAll('\\|', '\u0000').split('|');
    const [name = '', nameAttributes = ''] = first.split('{');
    const [type = '', ...attributes] = second.split('{');
    rows.push({
      line: index + 1,
      indent: Number(/data-indent=([0-9]+)/.exec(nameAttributes)?.[1] ?? 0),
      name: name.replaceAll(/\s/g, ''),
      type: type.replaceAll('`', '').trim(),
      attributes: attributes.join(''),
      required: `${nameAttributes}${attributes.join('')}`.includes('data-required'),
      values: valuesOf(description.join('|').replaceAll('\u0000', '|')),
      separated,
      children: [],
      inside: [],
      labelled: false,
    });
    separated = false;
  }
  return treeOf(rows);
}

function valuesOf(description: string): string[] {
  const run = /((?:`[^`]+`[\s|]*)+)枚举值/.exec(description)?.[1];
  const explained = description.split('<br/>').flatMap((part) => /^\s*(`[^`]+`)\s*[：:]/.exec(part)?.[1] ?? []);
  const spans = run ?? (explained.length > 1 ? explained.join('') : '');
  return [...new Set([...spans.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value))];
}

/** dialect.md §10 and §11, taken literally. */
function treeOf(rows: readonly NaiveRow[]): NaiveRow[] {
  const roots: NaiveRow[] = [];
  const levels: NaiveRow[][] = [roots];
  const open: NaiveRow[] = [];
  for (const row of rows) {
    const before = open.at(-1);
    const depth = Math.min(row.indent, open.length);
    const siblings = levels[depth] ?? roots;
    if (row.separated && before && depth === open.length && !before.type.startsWith('object')) {
      const owner = isSealed(before) ? before : (siblingsOf(levels, depth - 1).findLast(isSealed) ?? before);
      levels[depth] = owner.inside;
    } else if (row.separated && !siblings.some((other) => other.name === row.name)) {
      const owner = siblings.findLast(isSealed);
      if (owner) {
        owner.labelled = true;
        levels[depth] = owner.inside;
      }
    }
    (levels[depth] ?? roots).push(row);
    open.length = depth;
    open.push(row);
    levels.length = depth + 1;
    levels.push(row.children);
  }
  return roots;
}

function siblingsOf(levels: readonly NaiveRow[][], depth: number): readonly NaiveRow[] {
  return levels[depth] ?? [];
}

function isSealed(row: NaiveRow): boolean {
  return /data-encoded|by-aes/.test(row.attributes) && row.inside.length === 0;
}

function addFacts(facts: Map<string, Fact>, path: string, rows: readonly NaiveRow[], sample: readonly string[], isContent = false): void {
  for (const row of rows) {
    const base = isContent ? path : `${path}.${row.name}`;
    let own = base;
    for (let count = 2; facts.has(own); count += 1) own = `${base}#${count}`;
    facts.set(own, {
      line: row.line,
      type: row.type,
      required: row.required && !isContent,
      values: row.values,
      encrypted: /data-encrypted=([a-z-]+)/.exec(row.attributes)?.[1] ?? '',
      key: keyOf(row.attributes, path),
    });
    const inner = row.type.endsWith('[]') ? `${own}[]` : own;
    addFacts(facts, inner, row.children, sample);
    const [only, ...others] = row.inside;
    const isList = only?.type.endsWith('[]') === true && others.length === 0 && isListInSample(row.name, only.name, sample);
    addFacts(facts, `${inner}>`, row.inside, sample, row.labelled || isList);
  }
}

/** In the sample the argument of the string either starts with the key, or it is the list. */
function isListInSample(owner: string, key: string, sample: readonly string[]): boolean {
  const argument = new RegExp(`'${owner}' *=> *\\\\json_encode\\(\\[\\s*('${key}')?`).exec(sample.join('\n'));
  return argument !== null && argument[1] === undefined;
}

function keyOf(attributes: string, path: string): string {
  if (!attributes.includes('data-encrypted')) return '';
  if (attributes.includes('by-aes-gcm')) return 'apiv3';
  if (attributes.includes('by-aes-ecb')) return 'apikey-digest';
  if (attributes.includes('银行卡')) return 'bank';
  if (attributes.includes('平台证书')) return 'platform';
  if (attributes.includes('商户API证书')) return 'merchant';
  return path.startsWith('request') ? 'platform' : 'merchant';
}

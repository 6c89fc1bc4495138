/**
 * A second, simple-minded reader of the dialect: lines and regular expressions, nothing of the generator. It is the witness that the
 * real one is compared with, so it must not import anything from it.
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
  readonly file: string;
  /** `POST /v3/refunds`, `WEBHOOK v3/REFUND.SUCCESS`. */
  readonly id: string;
  readonly deprecated: boolean;
  readonly answer: 'fields' | 'empty' | 'stream' | 'redirect';
  /** By path: `request.json.a.b`, `answer.data[].c`; `>` before what is inside a string, `#2` after the second shape of a field. */
  readonly facts: ReadonlyMap<string, Fact>;
}

interface NaiveRow {
  readonly line: number;
  readonly indent: number;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly encrypted: string;
  readonly encoded: boolean;
  readonly tooltip: string;
  readonly values: readonly string[];
  readonly separated: boolean;
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
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.startsWith('```')) inFence = !inFence;
    if (inFence) {
      sample.push(line);
      continue;
    }
    const heading = /^##? .*\{#(get|post|put|patch|delete)\}/.exec(line);
    if (heading) {
      verb = heading[1] ?? '';
      deprecated = false;
      sample = [];
    }
    if (/^:::.*\{\.im-(deprecated|discarded|redesigned)\}/.test(line)) deprecated = true;
    if (line.startsWith('| 请求参数')) request = readRows(lines, index);
    const response = /^\| (返回字典|应答规范|异常字典)/.exec(line);
    if (response) {
      const webhook = response[1] === '应答规范';
      const rows = readRows(lines, index);
      const id = webhook ? `WEBHOOK ${file.replace(/^webhook\//, '').replace(/\.md$/, '')}` : `${verb.toUpperCase()} ${urlOf(file)}`;
      const facts = new Map<string, Fact>();
      addFacts(facts, 'request', request, sample);
      addFacts(facts, 'answer', rows, []);
      operations.push({ file, id, deprecated, answer: answerOf(lines, index, response[1] === '异常字典'), facts });
    }
  }
  return operations;
}

function urlOf(file: string): string {
  return file.replace(/^openapi/, '').replace(/(index)?\.md$/, '');
}

function answerOf(lines: readonly string[], header: number, errors: boolean): NaiveOperation['answer'] {
  const first = lines[header + 2] ?? '';
  if (errors || first.includes('文件流')) return 'stream';
  if (first.includes('30x')) return 'redirect';
  return first.includes('空字符串') ? 'empty' : 'fields';
}

function readRows(lines: readonly string[], header: number): NaiveRow[] {
  const rows: NaiveRow[] = [];
  let separated = false;
  for (let index = header + 2; (lines[index] ?? '').startsWith('|'); index += 1) {
    const line = lines[index] ?? '';
    if (line.includes('.im-table-line')) {
      separated = true;
      continue;
    }
    if (line.includes('colspan=3')) continue;
    const [, first = '', second = '', ...third] = line.replaceAll('\\|', '\u0000').split('|');
    const attributes = /\{(.*)\}/.exec(first)?.[1] ?? '';
    const typeAttributes = /\{(.*)\}/.exec(second)?.[1] ?? '';
    rows.push({
      line: index + 1,
      indent: Number(/data-indent=([0-9]+)/.exec(attributes)?.[1] ?? 0),
      name: first.replace(/\{.*/, '').replaceAll(/\s/g, ''),
      type: second.replace(/\{.*/, '').replaceAll('`', '').trim(),
      required: attributes.includes('data-required') || typeAttributes.includes('data-required'),
      encrypted: /data-encrypted=(\S+)/.exec(typeAttributes)?.[1] ?? '',
      encoded: typeAttributes.includes('data-encoded'),
      tooltip: typeAttributes,
      values: valuesOf(third.join('|').replaceAll('\u0000', '|')),
      separated,
    });
    separated = false;
  }
  return rows;
}

function valuesOf(description: string): string[] {
  const list = /((?:`[^`]+`[\s|]*)+)枚举值/.exec(description)?.[1];
  const explained = /(?:^|：|:)\s*(?:<br\/>)?(`[^`]+`[：:].*)$/.exec(description.trim())?.[1];
  const spans = list ?? (explained && explained.split('<br/>').length > 1 ? explained.split('<br/>').map((part) => /^`[^`]+`/.exec(part)?.[0] ?? '').join('') : '');
  return [...new Set([...spans.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value))];
}

interface Open {
  readonly row: NaiveRow;
  readonly path: string;
  used: boolean;
}

function addFacts(facts: Map<string, Fact>, side: string, rows: readonly NaiveRow[], sample: readonly string[]): void {
  const open: Open[] = [];
  const siblings = new Map<string, Open[]>();
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const after = rows.slice(index + 1);
    let indent = Math.min(row.indent, open.length);
    let prefix = indent === 0 ? `${side}.` : pathBelow(open[indent - 1]);
    if (row.separated && before) {
      const strings = siblings.get(String(indent - 1)) ?? [];
      const sameDepth = [...(siblings.get(String(indent)) ?? [])].reverse().find((o) => isSecret(o.row) && !o.used);
      if (row.indent > before.indent) {
        const parent = [...strings].reverse().find((o) => isSecret(o.row) && !o.used) ?? open[indent - 1];
        if (parent) {
          parent.used = true;
          const list = isOnlyRow(row, after) && row.type.endsWith('[]') && isListInSample(parent.row.name, row.name, sample);
          open[indent - 1] = list ? { ...parent, path: `${parent.path}>!` } : { ...parent, path: `${parent.path}>` };
          prefix = list ? `${parent.path}>` : pathBelow(open[indent - 1]);
        }
      } else if (sameDepth) {
        sameDepth.used = true;
        prefix = `${sameDepth.path}>`;
      }
    }
    const label = prefix.endsWith('>') && (row.separated || facts.has(prefix));
    const base = label && isLabelled(row, prefix, open[indent - 1], before) ? prefix : `${prefix}${row.name}`;
    let path = base;
    for (let count = 2; facts.has(path); count += 1) path = `${base}#${count}`;
    facts.set(path, {
      line: row.line,
      type: row.type,
      required: row.required,
      values: row.values,
      encrypted: row.encrypted,
      key: keyOf(row, side),
    });
    indent = Math.min(row.indent, open.length);
    open.length = indent;
    const entry: Open = { row, path: row.type.endsWith('[]') ? `${path}[]` : path, used: false };
    open.push(entry);
    for (const depth of siblings.keys()) if (Number(depth) > indent) siblings.delete(depth);
    siblings.set(String(indent), [...(siblings.get(String(indent)) ?? []), entry]);
  });
}

function pathBelow(parent: Open | undefined): string {
  return parent ? `${parent.path}${parent.path.endsWith('>') ? '' : '.'}` : '';
}

function isLabelled(row: NaiveRow, prefix: string, parent: Open | undefined, before: NaiveRow | undefined): boolean {
  return parent?.path.endsWith('>!') === true || (row.separated && before !== undefined && row.indent <= before.indent && prefix.endsWith('>'));
}

function isSecret(row: NaiveRow): boolean {
  return row.encoded || row.encrypted.startsWith('by-aes');
}

function isOnlyRow(row: NaiveRow, after: readonly NaiveRow[]): boolean {
  const end = after.findIndex((other) => other.indent < row.indent);
  return !(end === -1 ? after : after.slice(0, end)).some((other) => other.indent === row.indent);
}

/** In the sample the string's argument either starts with the key or it is the list. */
function isListInSample(owner: string, name: string, sample: readonly string[]): boolean {
  const at = sample.findIndex((line) => new RegExp(`'${owner}' *=> *\\\\json_encode\\(`).test(line));
  if (at === -1) return false;
  const text = sample.slice(at, at + 2).join('').replace(/^.*json_encode\(\[\s*/, '');
  return !text.startsWith(`'${name}'`);
}

function keyOf(row: NaiveRow, side: string): string {
  if (row.encrypted === '') return '';
  if (row.encrypted === 'by-aes-gcm') return 'apiv3';
  if (row.encrypted === 'by-aes-ecb') return 'apikey-digest';
  if (row.tooltip.includes('银行卡')) return 'bank';
  if (row.tooltip.includes('平台证书')) return 'platform';
  if (row.tooltip.includes('商户API证书')) return 'merchant';
  return side === 'request' ? 'platform' : 'merchant';
}

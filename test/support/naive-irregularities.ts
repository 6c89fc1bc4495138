import type { Code } from '../../generator/diagnostics/catalogue.js';

/** A row of a table, cut at its pipes. */
interface NaiveRow {
  readonly line: number;
  readonly text: string;
  readonly name: string;
  readonly type: string;
  readonly depth: number;
  readonly isSeparator: boolean;
  readonly isRequest: boolean;
  readonly section: number;
}

const words = new Set(['string', 'integer', 'number', 'object', 'boolean', '`true`', 'string[]', 'integer[]', 'number[]', 'object[]']);
const groups = new Set(['json', 'query', 'headers', 'base_uri', 'body', 'xml', 'security', 'nonceless', 'fragment', 'timeout']);

/**
 * The irregularities of dialect.md §22 that patterns find in the lines of a page: `code line`. Knows nothing of the reader, so that the
 * two are witnesses of each other.
 */
export function naiveIrregularities(text: string, file: string): string[] {
  const found: string[] = [];
  const add = (code: Code, line: number): number => found.push(`${code} ${String(line)}`);
  const lines = text.split('\n').map((content, index) => ({ content, line: index + 1 }));
  let isCode = false;
  const prose = lines.filter(({ content }) => {
    const isFence = content.startsWith('```');
    if (isFence) isCode = !isCode;
    return !isFence && !isCode;
  });

  for (const { content, line } of prose) {
    if (/[\u2e80-\u2fdf]/.test(content)) add('doc-text-radical', line);
    if (/（[^（）()]*\)|\([^（）()]*）/.test(content)) add('doc-parentheses-mixed', line);
    if (/[\u00a0\u200b\ufeff]/.test(content)) add('doc-blank-odd', line);
  }

  const headings = prose.filter(({ content }) => /^#+ .*\{#(?:get|post|put|patch|delete)\}/.test(content));
  headings.forEach(({ line }, index) => {
    const end = headings[index + 1]?.line ?? Infinity;
    const own = prose.filter((other) => other.line > line && other.line < end);
    const table = own.findIndex(({ content }) => content.startsWith('|'));
    let isNotice = false;
    const about = own.slice(0, table).filter(({ content }) => {
      if (content.startsWith(':::')) isNotice = content !== ':::';
      return !isNotice && content !== '' && !/^(?:>|:::)/.test(content);
    });
    const isEmpty = about.every(({ content }) => content === '{{ $frontmatter.description }}' && !/^description: *\S/m.test(text));
    if (isEmpty) add('doc-description-missing', line);
    if (!own.some(({ content }) => content.startsWith('参阅'))) add('doc-link-missing', line);
    const programs = lines.filter((other) => other.line > line && other.line < end).map(({ content }) => content);
    if (file.startsWith('openapi') && !programs.some((content) => content.includes('$instance'))) add('doc-sample-foreign', line);
  });
  const opened = prose.filter(({ content }) => /^::: \S/.test(content)).at(-1);
  if (opened && !prose.some(({ content, line }) => content === ':::' && line > opened.line)) add('doc-container-unclosed', opened.line);

  const rows = readRows(
    prose,
    headings.map(({ line }) => line),
  );
  for (const row of rows) {
    const { line, text: content, name, type } = row;
    const cells = cut(content);
    if (row.isSeparator || content.includes('colspan')) continue;
    if (cells.length > 3) add('doc-row-cells', line);
    if (cells.length === 2) add('doc-row-short', line);
    if (/\S \S/.test(name)) add('doc-name-blank', line);
    if (name.includes('__')) add('doc-name-underscores', line);
    if (!words.has(type)) add('doc-type-spelling', line);
    if (/data-required/.test(cells[1] ?? '')) add('doc-attribute-misplaced', line);
    if (/\s\}|[^\s|{]\{(?:data|\.)|\S {2,}\{(?:data|\.)/.test(`${cells[0] ?? ''} | ${cells[1] ?? ''}`)) add('doc-attribute-spacing', line);
    if (content.includes('data-encoded-by=')) add('doc-attribute-spelling', line);
    if (/\[\] \{[^}]*data-encrypted/.test(content)) add('doc-encryption-on-list', line);
    const list = /((?:`[^`]*` *\\\| *)*`[^`]*`)( *)(枚举值之一|枚举值)/.exec(content);
    const values = list?.[1]?.match(/`[^`]*`/g) ?? [];
    if (new Set(values).size < values.length) add('doc-enum-duplicate', line);
    if (list?.[3] === '枚举值' && values.length > 1) add('doc-enum-many-of-single', line);
    if (list?.[3] === '枚举值之一' && values.length === 1 && !/` `/.test(content)) add('doc-enum-single-of-many', line);
    if (list && (list[2] !== ' ' || /`\\\||\\\|`/.test(list[1] ?? ''))) add('doc-enum-spacing', line);
    if (/^(?:integer|number)/.test(type) && name !== 'status' && values.some((value) => !/^`-?[\d.]+`$/.test(value)))
      add('doc-values-of-other-type', line);
    if (/<(?!br ?\/?>)[A-Za-z/][^>]*>/.test(content.replaceAll(/`[^`]*`/g, ''))) add('doc-text-html', line);
    if (/<br ?\/?>\s*$/.test(content)) add('doc-text-break', line);
  }

  rows.forEach((row, index) => {
    const before = rows[index - 1]?.section === row.section ? rows[index - 1] : undefined;
    const after = rows[index + 1]?.section === row.section ? rows[index + 1] : undefined;
    const isOpaque = (other: NaiveRow): boolean => /data-encoded|by-aes/.test(other.text);
    if (row.isSeparator && before && after && !isOpaque(before)) {
      const closed = rows
        .slice(0, index - 1)
        .findLast((other) => other.section === row.section && other.depth === before.depth && isOpaque(other));
      if (closed && rows[rows.indexOf(closed) + 1]?.isSeparator === false) add('doc-layer-detached', row.line);
      else if (after.depth === before.depth + 1) add('doc-layer-owner-ambiguous', row.line);
    }
    if (row.isSeparator) return;
    if (before && !before.isSeparator && row.depth > before.depth + 1) add('doc-indent-jump', row.line);
    if (before && !before.isSeparator && row.depth === before.depth + 1 && !before.type.startsWith('object'))
      add('doc-child-of-scalar', row.line);
    const isUpload = rows.some((other) => other.section === row.section && other.name === 'body' && other.depth === 0 && other.isRequest);
    if (row.type.startsWith('object') && !((after?.depth ?? 0) > row.depth) && !(isUpload && row.depth === 1 && row.isRequest))
      add('doc-object-empty', row.line);
    if (file.startsWith('webhook') && row.depth === 0 && row.isRequest && !/^(?:headers|body)$/.test(row.name))
      add('doc-group-unknown', row.line);
    const isStray = row.depth === 0 && row.isRequest && !groups.has(row.name) && !file.toLowerCase().includes(row.name);
    if (file.startsWith('openapi') && isStray) add('doc-path-param-unused', row.line);
  });

  for (const section of new Set(rows.filter(({ isRequest }) => isRequest).map((row) => row.section))) {
    const own = rows.filter((row) => row.section === section);
    const encrypted = own.find((row) => row.text.includes('by-rsa-pubkey'));
    const serial = own.find(({ name }) => name === 'Wechatpay-Serial');
    if (!file.startsWith('openapi/v3')) continue;
    if (encrypted && !serial) add('doc-serial-header-missing', encrypted.line);
    if (serial && !encrypted) add('doc-serial-header-orphan', serial.line);
  }
  return [...new Set(found)].sort();
}

/** Without the cell behind a closing pipe. */
function cut(row: string): string[] {
  const cells = row.split(/(?<!\\)\|/).slice(1);
  return cells.at(-1)?.trim() === '' ? cells.slice(0, -1) : cells;
}

function readRows(prose: readonly { readonly content: string; readonly line: number }[], headings: readonly number[]): NaiveRow[] {
  let section = 0;
  let isRequest = false;
  let isTable = false;
  return prose.flatMap(({ content, line }) => {
    const header = /^\| *(请求参数|返回字典|应答规范|异常字典) *\|/.exec(content);
    if (header) {
      section += 1;
      isRequest = header[1] === '请求参数';
      isTable = headings.some((heading) => heading < line);
      return [];
    }
    if (content === '') isTable = false;
    if (!isTable || !content.startsWith('|') || /^[| -]+$/.test(content)) return [];
    const [name = '', type = ''] = cut(content);
    const plain = (cell: string): string => cell.replace(/\s*\{[^{}]*\}\s*$/, '').trim();
    const depth = Number(/data-indent=(\d+)/.exec(name)?.[1] ?? 0);
    return [
      {
        line,
        text: content,
        name: plain(name),
        type: plain(type),
        depth,
        isSeparator: content.includes('im-table-line'),
        isRequest,
        section,
      },
    ];
  });
}

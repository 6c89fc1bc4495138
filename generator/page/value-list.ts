import type { InlineCode, PhrasingContent } from 'mdast';
import { endsInKeyword } from './ends-in-keyword.js';
import type { ListedValue, ValueList } from './page.js';
import type { Reading } from './reading.js';
import { enumKeyword, oneOfKeyword } from './tokens.js';

const keywordStart = new RegExp(`^\\s*(${oneOfKeyword}|${enumKeyword})`);
const pipe = /^\s*\|\s*$/;
const blank = /^\s*$/;
const explanation = /^\s*[：:]\s*/;

/** Finds the list of values in a description, in every form of dialect.md §13.1. */
export function readValueList(nodes: readonly PhrasingContent[], reading: Reading): ValueList | undefined {
  return readKeywordList(nodes, reading) ?? readExplainedList(nodes, reading);
}

/** The longest run of code spans, joined by pipes or by blanks only, right before the keyword. */
function readKeywordList(nodes: readonly PhrasingContent[], reading: Reading): ValueList | undefined {
  for (let index = 1; index < nodes.length; index++) {
    const node = nodes[index];
    const last = nodes[index - 1];
    if (node?.type !== 'text' || last?.type !== 'inlineCode') continue;
    const keyword = keywordStart.exec(node.value)?.[1];
    if (keyword === undefined) continue;
    const run: InlineCode[] = [last];
    let joint: RegExp | undefined;
    for (let at = index - 2; at > 0; at -= 2) {
      const between = nodes[at];
      const before = nodes[at - 1];
      if (between?.type !== 'text' || before?.type !== 'inlineCode') break;
      joint ??= [pipe, blank].find((pattern) => pattern.test(between.value));
      if (!joint?.test(between.value)) break;
      run.push(before);
    }
    run.reverse();
    return buildList(joint === blank ? 'blank-separated' : run.length === 1 ? 'single' : 'one-of', run, reading, keyword);
  }
  return undefined;
}

/** Lines of the shape `` `A`：text ``, after the keyword or after any words that end in a colon. */
function readExplainedList(nodes: readonly PhrasingContent[], reading: Reading): ValueList | undefined {
  const lines = splitLines(nodes);
  const first = lines.findIndex(isExplained);
  if (first < 0) return undefined;
  const hasKeyword = endsInKeyword(lines[first - 1]?.at(-1), [enumKeyword]);
  let end = first;
  while (end < lines.length && isExplained(lines[end] ?? [])) end++;
  if (end - first < 2 && !hasKeyword) return undefined;
  const entries = lines.slice(first, end);
  const run = entries.map(([code]) => code).filter((code) => code?.type === 'inlineCode');
  const texts = entries.map(([, text]) => (text?.type === 'text' ? text.value.replace(explanation, '').trim() : ''));
  return buildList('explained', run, reading, undefined, texts);
}

function isExplained(line: readonly PhrasingContent[]): boolean {
  const [code, text] = line;
  return code?.type === 'inlineCode' && text?.type === 'text' && explanation.test(text.value);
}

/** Without the blanks at the start of a line. */
function splitLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    const line = lines.at(-1);
    if (node.type === 'break') lines.push([]);
    else if (line && (line.length > 0 || node.type !== 'text' || !blank.test(node.value))) line.push(node);
  }
  return lines;
}

function buildList(
  form: ValueList['form'],
  run: readonly InlineCode[],
  reading: Reading,
  keyword?: string,
  texts: readonly string[] = [],
): ValueList {
  const values = new Map<string, ListedValue>();
  run.forEach((code, index) => {
    const place = reading.placeOf(code);
    const known = values.get(code.value);
    if (known) {
      const related = [{ file: reading.file, place: known.place, message: 'first here' }];
      reading.report('doc-enum-duplicate', place, `value \`${code.value}\` is listed twice`, { related });
      return;
    }
    const text = texts[index];
    values.set(code.value, { value: code.value, place, ...(text !== undefined && { text }) });
  });
  const first = reading.placeOf(run[0] ?? {});
  const place = { ...first, endColumn: reading.placeOf(run.at(-1) ?? {}).endColumn };
  if (keyword === oneOfKeyword && run.length === 1) {
    reading.report('doc-enum-single-of-many', place, `\`${oneOfKeyword}\` stands behind one value`);
  } else if (keyword === enumKeyword && run.length > 1) {
    reading.report('doc-enum-many-of-single', place, `\`${enumKeyword}\` stands behind ${String(run.length)} values`);
  }
  return { form, values: [...values.values()], place };
}

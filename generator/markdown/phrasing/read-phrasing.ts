import type { PhrasingContent } from 'mdast';
import type { Point } from 'unist';

/** A line of text (or a stretch of it) and where it begins. */
export interface TextLine {
  readonly text: string;
  readonly start: Point;
}

const special = /[`\\<[*]/;
const lineBreak = /<br[ \t]*\/?>/iy;
const autolink = /<([a-z][a-z0-9+.-]*:[^\s<>]*)>/iy;
const htmlTag = /<\/?[a-z][^<>]*>/iy;
const link = /!?\[([^[\]]*)\]\(<?([^()\s]*(?:\([^()\s]*\)[^()\s]*)*?)>?(?:[ \t\n]+(?:"[^"]*"|'[^']*'))?\)/y;
const escapable = /[!-/:-@[-`{-~]/;

/**
 * Reads what stands inside of cells, headings and paragraphs: text, code spans, links, `<br/>`, other tags and escapes. That is
 * all the dialect has (dialect.md §13), and one linear pass over it; emphasis is read as its text. A link's text is plain.
 *
 * @param lines one for each line, in order
 * @param options `inCell`: `\|` in a code span is a pipe, as tables need it
 */
export function readPhrasing(lines: readonly TextLine[], { inCell = false }: { readonly inCell?: boolean } = {}): PhrasingContent[] {
  const source = lines.map(({ text }) => text).join('\n');
  const pointAt = createPointAt(lines);
  const nodes: PhrasingContent[] = [];
  let plain = '';
  let plainStart = 0;

  const flush = (end: number): void => {
    if (plain !== '') nodes.push({ type: 'text', value: plain, position: { start: pointAt(plainStart), end: pointAt(end) } });
    plain = '';
  };
  const push = (node: PhrasingContent, start: number, end: number): void => {
    flush(start);
    nodes.push({ ...node, position: { start: pointAt(start), end: pointAt(end) } });
  };
  const addText = (text: string, at: number): void => {
    if (plain === '') plainStart = at;
    plain += text;
  };

  if (!special.test(source)) {
    addText(source, 0);
    flush(source.length);
    return nodes;
  }

  const partners = pairRuns(source);
  let at = 0;
  while (at < source.length) {
    const char = source[at] ?? '';
    const partner = partners.get(at);
    let match: RegExpExecArray | null;
    if (partner !== undefined && char === '`') {
      const size = runLength(source, at);
      const raw = source.slice(at + size, partner);
      push({ type: 'inlineCode', value: trimCode(inCell ? raw.replaceAll('\\|', '|') : raw) }, at, partner + size);
      at = partner + size;
    } else if (partner !== undefined) {
      at += runLength(source, at);
    } else if (char === '`' || char === '*') {
      const size = runLength(source, at);
      addText(source.slice(at, at + size), at);
      at += size;
    } else if (char === '\\' && escapable.test(source[at + 1] ?? '')) {
      addText(source[at + 1] ?? '', at);
      at += 2;
    } else if (char === '<' && (match = matchAt(lineBreak, source, at))) {
      push({ type: 'break' }, at, at + match[0].length);
      at += match[0].length;
    } else if (char === '<' && (match = matchAt(autolink, source, at))) {
      const [whole, url = ''] = match;
      push({ type: 'link', url, children: [{ type: 'text', value: url }] }, at, at + whole.length);
      at += whole.length;
    } else if (char === '<' && (match = matchAt(htmlTag, source, at))) {
      push({ type: 'html', value: match[0] }, at, at + match[0].length);
      at += match[0].length;
    } else if ((char === '[' || (char === '!' && source[at + 1] === '[')) && (match = matchAt(link, source, at))) {
      const [whole, text = '', url = ''] = match;
      push({ type: 'link', url, children: [{ type: 'text', value: text }] }, at, at + whole.length);
      at += whole.length;
    } else {
      addText(char, at);
      at++;
    }
  }
  flush(source.length);
  return nodes;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** CommonMark drops one blank on both sides of a code span. */
function trimCode(value: string): string {
  return value.startsWith(' ') && value.endsWith(' ') && value.trim() !== '' ? value.slice(1, -1) : value;
}

interface Run {
  /** Backticks or stars. */
  readonly text: string;
  readonly index: number;
  /** A backslash before it takes its force, save that of ending a code span. */
  readonly escaped: boolean;
}

const runPattern = /\\\\|(\\?)(`+|\*+)/g;

/**
 * Pairs runs of backticks of the same length, and outside of these runs of stars of the same length that touch text on their
 * inner sides.
 *
 * @returns start of the closing run by start of the opening run; both ends for stars, as both are dropped
 */
function pairRuns(source: string): Map<number, number> {
  const runs = [...source.matchAll(runPattern)].flatMap(({ 1: escape = '', 2: text, index }): Run[] =>
    text === undefined ? [] : [{ text, index: index + escape.length, escaped: escape !== '' }],
  );
  const partners = new Map<number, number>();
  const closingOf = createClosingOf(runs);
  const stars: Run[] = [];
  let codeEnd = 0;
  for (const run of runs) {
    if (run.escaped || run.index < codeEnd) continue;
    const closing = run.text.startsWith('`') ? closingOf(run) : undefined;
    if (closing !== undefined) {
      partners.set(run.index, closing);
      codeEnd = closing + run.text.length;
    } else if (run.text.startsWith('*')) {
      stars.push(run);
    }
  }
  pairStars(stars, source, partners);
  return partners;
}

/** Finds the next run of the same length, for runs that are asked for in order: each list is walked once. */
function createClosingOf(runs: readonly Run[]): (opening: Run) => number | undefined {
  const starts = new Map<string, number[]>();
  for (const { text, index } of runs) {
    const known = starts.get(text);
    if (known) known.push(index);
    else starts.set(text, [index]);
  }
  const cursors = new Map<string, number>();
  return ({ text, index }) => {
    const known = starts.get(text) ?? [];
    let cursor = cursors.get(text) ?? 0;
    while (cursor < known.length && (known[cursor] ?? 0) <= index) cursor++;
    cursors.set(text, cursor);
    return known[cursor];
  };
}

function pairStars(stars: readonly Run[], source: string, partners: Map<number, number>): void {
  const open = new Map<string, number>();
  const isText = (index: number): boolean => /\S/.test(source[index] ?? '');
  for (const { text, index } of stars) {
    const opening = open.get(text);
    if (opening !== undefined && isText(index - 1)) {
      partners.set(opening, index);
      partners.set(index, opening);
      open.delete(text);
    } else if (isText(index + text.length)) {
      open.set(text, index);
    }
  }
}

function runLength(source: string, start: number): number {
  const char = source[start];
  let end = start;
  while (source[end] === char) end++;
  return end - start;
}

function createPointAt(lines: readonly TextLine[]): (index: number) => Point {
  let current = 0;
  let lineStart = 0;
  return (index) => {
    if (index < lineStart) {
      current = 0;
      lineStart = 0;
    }
    let line = lines[current];
    while (line && index > lineStart + line.text.length && current + 1 < lines.length) {
      lineStart += line.text.length + 1;
      line = lines[++current];
    }
    const by = index - lineStart;
    return line
      ? { line: line.start.line, column: line.start.column + by, offset: (line.start.offset ?? 0) + by }
      : { line: 1, column: 1, offset: 0 };
  };
}

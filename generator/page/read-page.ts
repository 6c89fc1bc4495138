import type { Root } from 'mdast';
import type { Collector } from '../diagnostics/collector.js';
import { parseMarkdown } from '../markdown/index.js';
import { checkText } from './check-text.js';
import { readFrontMatter, type FrontMatter } from './front-matter.js';
import { inlineText } from './inline-text.js';
import { readLinks } from './links.js';
import type { Page, Placed } from './page.js';
import { createReading, type Reading } from './reading.js';
import { hasOperation, isIndex, splitSections } from './outline.js';
import { readSection } from './section.js';
import { movedPrefix, suppressionWords } from './tokens.js';

/**
 * Reads the text of one page (dialect.md §2). Never throws: what is wrong is reported to the collector, with its place.
 *
 * @param text as decoded; a byte order mark and CRLF are allowed and change nothing in the result
 * @param file path of the page relative to the specs folder
 * @returns undefined where a fatal diagnostic was reported
 */
export function readPage(text: string, file: string, collector: Collector): Page | undefined {
  const source = normaliseText(text);
  const lines = source.split('\n');
  const unreadable = checkText(lines);
  if (unreadable) {
    collector.report('doc-unreadable', unreadable.place, unreadable.message);
    return undefined;
  }
  const tree = parseMarkdown(withoutSuppressions(source));
  const [first] = tree.children;
  const frontMatter = first?.type === 'yaml' ? readFrontMatter(first, collector) : undefined;
  if (first?.type !== 'yaml' && lines[0]?.trimEnd() === '---') {
    collector.report('doc-front-matter-broken', { line: 1, column: 1, endColumn: 4 }, 'front matter has no end');
  }
  if (collector.fatal) return undefined;
  const values = new Map([...(frontMatter ?? [])].map(([key, { value }]) => [key, value]));
  const reading = createReading(lines, collector, values);
  const page = buildPage(tree, file, frontMatter, reading);
  return collector.fatal ? undefined : page;
}

/** Drops the byte order mark and reads every line end as a line feed. */
function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

const suppression = new RegExp(`^${suppressionWords.start}.*${suppressionWords.end}[ \\t]*$`, 'gm');

/** Comments that silence diagnostics are no block of a page: they are read as blank lines. */
function withoutSuppressions(text: string): string {
  return text.includes(suppressionWords.start) ? text.replaceAll(suppression, '') : text;
}

function buildPage(tree: Root, file: string, frontMatter: FrontMatter | undefined, reading: Reading): Page | undefined {
  const head = frontMatterHead(frontMatter);
  const links = readLinks(tree.children, reading);
  const moved = head.title?.value.startsWith(movedPrefix) ? head.title : undefined;
  if (moved) {
    const value = moved.value.slice(movedPrefix.length).trim();
    const movedTo = { value, place: { ...moved.place, column: moved.place.column + movedPrefix.length } };
    return { file, kind: 'stub', ...head, movedTo, sections: [], links };
  }
  if (!hasOperation(tree)) {
    if (isIndex(tree)) return { file, kind: 'index', ...head, sections: [], links };
    const heading = tree.children.find((node) => node.type === 'heading');
    const place = heading ? reading.placeOf(heading) : { line: 1, column: 1, endColumn: 1 };
    reading.report('doc-method-anchor-missing', place, heading ? 'heading has no anchor with a verb' : 'page has no heading');
    return undefined;
  }
  const { mix, sections } = splitSections(tree, reading);
  return {
    file,
    kind: mix ? 'mix' : 'single',
    ...head,
    ...(mix && { title: { value: inlineText(mix.children).trim(), place: reading.placeOf(mix) } }),
    sections: sections.map((section) => readSection(section, reading)),
    links,
  };
}

function frontMatterHead(frontMatter: FrontMatter | undefined): { readonly title?: Placed<string>; readonly description?: Placed<string> } {
  const title = frontMatter?.get('title');
  const description = frontMatter?.get('description');
  return { ...(title && { title }), ...(description && { description }) };
}

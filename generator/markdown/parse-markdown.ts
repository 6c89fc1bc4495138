import type { Root } from 'mdast';
import type { Extension } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { attributeLineFromMarkdown } from './attributes/from-markdown.js';
import { attributeLineSyntax } from './attributes/syntax.js';
import { containerFromMarkdown } from './container/from-markdown.js';
import { containerSyntax } from './container/syntax.js';
import { fenceFromMarkdown } from './fence/from-markdown.js';
import { fenceSyntax } from './fence/syntax.js';
import { headingSyntax } from './heading/syntax.js';
import { imTableFromMarkdown } from './im-table/from-markdown.js';
import { imTableSyntax } from './im-table/syntax.js';
import { paragraphSyntax } from './paragraph/syntax.js';
import { phrasingFromMarkdown } from './phrasing/from-markdown.js';

/**
 * Blocks that CommonMark has and the dialect has not, or has in a form of its own (dialect.md §20). Indented code must be off:
 * else a table that is indented would be no table.
 */
const unusedBlocks: Extension = {
  disable: { null: ['codeFenced', 'codeIndented', 'definition', 'headingAtx', 'htmlFlow', 'setextUnderline'] },
};

/** Teaches remark-parse the dialect: tables, containers, attribute groups, and fences and text in one go. */
function remarkDialect(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(
    unusedBlocks,
    fenceSyntax,
    imTableSyntax,
    containerSyntax,
    attributeLineSyntax,
    headingSyntax,
    paragraphSyntax,
  );
  (data.fromMarkdownExtensions ??= []).push(
    phrasingFromMarkdown,
    fenceFromMarkdown,
    imTableFromMarkdown,
    containerFromMarkdown,
    attributeLineFromMarkdown,
  );
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDialect).freeze();

/**
 * Parses one page into an mdast tree with the node types of `nodes.ts`. Every node has its position.
 *
 * @param text with line feeds only and without byte order mark; see `normaliseText`
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

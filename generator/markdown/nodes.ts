import type { Node, Parent, PhrasingContent, RootContent } from 'mdast';
import type { Attributes } from './attributes/parse-attributes.js';

/** A table of the dialect (dialect.md §7). The delimiter row is no child. */
export interface ImTable extends Parent {
  type: 'imTable';
  children: ImTableRow[];
  /** False where the second line is no delimiter row. */
  delimited: boolean;
  /** Of the line `{.im-table #request}` below the table. */
  attributes?: AttributeLine;
}

export interface ImTableRow extends Parent {
  type: 'imTableRow';
  /** Only the cells written: one to any number. */
  children: ImTableCell[];
}

/** Its position spans the text and the attribute group, without the blanks around them. */
export interface ImTableCell extends Parent {
  type: 'imTableCell';
  children: PhrasingContent[];
  /** As written, without the attribute group and the blanks before it. It begins where the cell begins. */
  source: string;
  attributes?: Attributes;
}

/** `{.im-table #request}` on a line of its own. Hoisted to the table before it where there is one. */
export interface AttributeLine extends Node {
  type: 'attributeLine';
  attributes: Attributes;
  /** No blank line stands between it and the table. */
  glued?: boolean;
}

/** `::: kind title {.class}` to `:::` (dialect.md §6). */
export interface Container extends Parent {
  type: 'container';
  children: RootContent[];
  /** First word of the opener. */
  kind: string;
  title: string;
  attributes?: Attributes;
  /** False where the closing line is missing. */
  closed: boolean;
}

/** One line of three or more colons; only inside the parser, pairs become containers. */
export interface ContainerFence extends Node {
  type: 'containerFence';
  /** After the colons, trimmed. Empty on a closing line. */
  info: string;
  attributes?: Attributes;
}

declare module 'mdast' {
  interface RootContentMap {
    imTable: ImTable;
    imTableRow: ImTableRow;
    imTableCell: ImTableCell;
    attributeLine: AttributeLine;
    container: Container;
    containerFence: ContainerFence;
  }
  interface CodeData {
    /** False where the closing fence is missing. */
    closed?: boolean;
  }
  interface HeadingData {
    attributes?: Attributes;
  }
  interface ParagraphData {
    attributes?: Attributes;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lazyLine: 'lazyLine';
    imTable: 'imTable';
    imTableRow: 'imTableRow';
    attributeLine: 'attributeLine';
    containerFence: 'containerFence';
    fence: 'fence';
    fenceLine: 'fenceLine';
  }
}

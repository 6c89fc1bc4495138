import type { Heading, Root, RootContent } from 'mdast';
import { attributeValue } from '../markdown/index.js';
import type { Verb } from './page.js';
import type { Reading } from './reading.js';
import type { SectionBlocks } from './section.js';
import { indexClass, mixAnchor } from './tokens.js';

/** A page cut at its headings. */
export interface Outline {
  /** The `{#mix}` heading. */
  readonly mix?: Heading;
  readonly sections: readonly SectionBlocks[];
}

const verbs: readonly Verb[] = ['get', 'post', 'put', 'patch', 'delete'];

/** Index pages are link tables closed by `{.im-table .centered}` (dialect.md §2). */
export function isIndex(tree: Root): boolean {
  return tree.children.some(
    (node) => node.type === 'imTable' && node.attributes?.attributes.list.some(({ key, value }) => key === 'class' && value === indexClass),
  );
}

/** Whether any heading has a verb anchor. */
export function hasOperation(tree: Root): boolean {
  return tree.children.some((node) => node.type === 'heading' && verbOf(node) !== undefined);
}

/** Cuts the page at its headings with a verb anchor, whatever their level (dialect.md §2). A second one of a verb is left out. */
export function splitSections(tree: Root, reading: Reading): Outline {
  let mix: Heading | undefined;
  let blocks: RootContent[] | undefined;
  const sections: SectionBlocks[] = [];
  for (const node of tree.children) {
    const verb = node.type === 'heading' ? verbOf(node) : undefined;
    if (node.type === 'heading' && anchorOf(node) === mixAnchor) {
      mix = node;
    } else if (node.type === 'heading' && verb) {
      blocks = [];
      const twin = sections.find((section) => section.verb === verb);
      if (twin) {
        const related = [{ file: reading.file, place: reading.placeOf(twin.heading), message: 'first here' }];
        reading.report('doc-verb-repeated', reading.placeOf(node), `a second operation is anchored \`#${verb}\``, { related });
      } else {
        checkLevel(node, mix, sections.length, reading);
        sections.push({ heading: node, verb, blocks });
      }
    } else if (node.type === 'heading') {
      reading.report('doc-heading-unknown', reading.placeOf(node), 'heading has no anchor with a verb');
    } else if (blocks) {
      blocks.push(node);
    } else if (node.type !== 'yaml') {
      reading.report('doc-block-unexpected', reading.placeOf(node), 'block stands before the first operation');
    }
  }
  return { ...(mix && { mix }), sections };
}

function anchorOf({ data }: Heading): string | undefined {
  return attributeValue(data?.attributes, 'id');
}

function verbOf(heading: Heading): Verb | undefined {
  const anchor = anchorOf(heading);
  return verbs.find((verb) => verb === anchor);
}

function checkLevel(heading: Heading, mix: Heading | undefined, before: number, reading: Reading): void {
  if (mix && heading.depth !== 2) {
    reading.report('doc-heading-level', reading.placeOf(heading), 'operation of a `{#mix}` page is not headed by `##`');
  } else if (!mix && before > 0) {
    reading.report('doc-heading-level', reading.placeOf(heading), 'page of several operations has no `{#mix}` heading');
  } else if (!mix && heading.depth !== 1) {
    reading.report('doc-heading-level', reading.placeOf(heading), 'the only operation of a page is not headed by `#`');
  }
}

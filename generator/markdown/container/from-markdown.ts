import type { Root, RootContent } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';
import { findAttributes, movePoint, parseAttributes } from '../attributes/parse-attributes.js';
import type { Container, ContainerFence } from '../nodes.js';

/** Makes `container` nodes of the lines between an opener and its closing line. */
export const containerFromMarkdown: Extension = {
  enter: {
    containerFence(this: CompileContext, token: Token) {
      const source = this.sliceSerialize(token).trimEnd();
      const open = findAttributes(source);
      const info = (open < 0 ? source : source.slice(0, open)).replace(/^:+/, '').trim();
      const node: ContainerFence = { type: 'containerFence', info };
      const { line, column, offset } = token.start;
      if (open >= 0) node.attributes = parseAttributes(source.slice(open), movePoint({ line, column, offset }, open));
      this.enter(node, token);
      this.exit(token);
    },
  },
  exit: { containerFence() {} },
  transforms: [pairFences],
};

/**
 * Pairs the fences in document order. Containers are never nested and never hold headings or tables (dialect.md §6), so the next
 * opener, heading or table ends one whose closing line is missing. A closing line without opener stays as it is.
 */
function pairFences(tree: Root): void {
  const children: RootContent[] = [];
  let open: Container | undefined;
  for (const node of tree.children) {
    const isFence = node.type === 'containerFence';
    if (open && isFence && node.info === '') {
      open.closed = true;
      if (open.position && node.position) open.position.end = node.position.end;
      open = undefined;
      continue;
    }
    if (isFence || node.type === 'heading' || node.type === 'imTable') open = undefined;
    if (isFence && node.info !== '') {
      open = openContainer(node);
      children.push(open);
    } else {
      (open ?? { children }).children.push(node);
    }
  }
  tree.children = children;
}

function openContainer({ info, attributes, position }: ContainerFence): Container {
  const [kind = ''] = info.split(/\s/, 1);
  return {
    type: 'container',
    kind,
    title: info.slice(kind.length).trim(),
    ...(attributes && { attributes }),
    closed: false,
    children: [],
    ...(position && { position: { start: position.start, end: position.end } }),
  };
}

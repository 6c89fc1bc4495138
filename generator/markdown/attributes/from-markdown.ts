import type { Root } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';
import { parseAttributes } from './parse-attributes.js';

/** Makes `attributeLine` nodes and hands each to the table right before it. */
export const attributeLineFromMarkdown: Extension = {
  enter: {
    attributeLine(this: CompileContext, token: Token) {
      const { line, column, offset } = token.start;
      this.enter({ type: 'attributeLine', attributes: parseAttributes(this.sliceSerialize(token), { line, column, offset }) }, token);
      this.exit(token);
    },
  },
  exit: { attributeLine() {} },
  transforms: [hoistAttributes],
};

function hoistAttributes(tree: Root): void {
  tree.children = tree.children.filter((node, index) => {
    const before = tree.children[index - 1];
    if (node.type !== 'attributeLine' || before?.type !== 'imTable') return true;
    node.glued = node.position?.start.line === (before.position?.end.line ?? 0) + 1;
    before.attributes = node;
    return false;
  });
}

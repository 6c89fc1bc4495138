import type { Code } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';

/** Makes a `code` node of a whole fence. */
export const fenceFromMarkdown: Extension = {
  enter: {
    fence(this: CompileContext, token: Token) {
      this.enter(readFence(this.sliceSerialize(token)), token);
      this.exit(token);
    },
  },
  exit: { fence() {} },
};

const opener = /^(`{3,}|~{3,})[ \t]*(\S*)[ \t]*(.*)$/;
const closer = /^[ \t]*(`{3,}|~{3,})[ \t]*$/;

/** Line ends of the slice are line feeds. */
function readFence(source: string): Code {
  const lines = source.split('\n');
  const [, marker = '', lang = '', meta = ''] = opener.exec(lines[0] ?? '') ?? [];
  const [, closing] = (lines.length > 1 && closer.exec(lines.at(-1) ?? '')) || [];
  const closed = closing !== undefined && closing.startsWith(marker);
  return {
    type: 'code',
    lang: lang || null,
    meta: meta.trimEnd() || null,
    value: lines.slice(1, closed ? -1 : undefined).join('\n'),
    data: { closed },
  };
}

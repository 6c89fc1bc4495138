import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** Syntax of the lines `::: kind title {.class}` and `:::`. What belongs together is found in the tree. */
export const containerSyntax: Extension = {
  flow: { [codes.colon]: { name: 'containerFence', tokenize } satisfies Construct },
};

const fenceSize = 3;

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('containerFence');
    return colons(code);
  }

  function colons(code: Code): State | undefined {
    if (code === codes.colon) {
      effects.consume(code);
      size++;
      return colons;
    }
    return size < fenceSize ? nok(code) : info(code);
  }

  function info(code: Code): State | undefined {
    if (code !== codes.eof && !markdownLineEnding(code)) {
      effects.consume(code);
      return info;
    }
    effects.exit('containerFence');
    return ok(code);
  }
}

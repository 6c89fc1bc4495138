import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** Syntax of an attribute group on a line of its own: `{.im-table #request}`. */
export const attributeLineSyntax: Extension = {
  flow: { [codes.leftCurlyBrace]: { name: 'attributeLine', tokenize } satisfies Construct },
};

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isInterrupting = this.interrupt === true;
  return start;

  function start(code: Code): State | undefined {
    if (isInterrupting) return nok(code);
    effects.enter('attributeLine');
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code) || code === codes.leftCurlyBrace) return nok(code);
    effects.consume(code);
    if (code !== codes.rightCurlyBrace) return inside;
    effects.exit('attributeLine');
    return after;
  }

  function after(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return ok(code);
    if (!markdownSpace(code)) return nok(code);
    effects.enter('whitespace');
    return blanks(code);
  }

  function blanks(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code);
      return blanks;
    }
    effects.exit('whitespace');
    return code === codes.eof || markdownLineEnding(code) ? ok(code) : nok(code);
  }
}

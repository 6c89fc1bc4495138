import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** Syntax of an ATX heading with its text as one token, for the reasons that the paragraph has. */
export const headingSyntax: Extension = {
  flow: { [codes.numberSign]: { name: 'heading', tokenize } satisfies Construct },
};

const deepest = 6;

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('atxHeading');
    effects.enter('atxHeadingSequence');
    return sequence(code);
  }

  function sequence(code: Code): State | undefined {
    if (code === codes.numberSign && size < deepest) {
      effects.consume(code);
      size++;
      return sequence;
    }
    effects.exit('atxHeadingSequence');
    if (code === codes.eof || markdownLineEnding(code)) return end(code);
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
    if (code === codes.eof || markdownLineEnding(code)) return end(code);
    effects.enter('data');
    return text(code);
  }

  function text(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) {
      effects.exit('data');
      return end(code);
    }
    effects.consume(code);
    return text;
  }

  function end(code: Code): State | undefined {
    effects.exit('atxHeading');
    return ok(code);
  }
}

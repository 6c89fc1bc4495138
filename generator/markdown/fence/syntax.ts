import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/**
 * Syntax of fenced code as in CommonMark, but with nothing inside the block except line ends, which micromark needs: two thirds
 * of a page are fences, and the events per line of the usual syntax are most of the time spent on a page.
 */
export const fenceSyntax: Extension = {
  flow: {
    [codes.graveAccent]: { name: 'fence', concrete: true, tokenize } satisfies Construct,
    [codes.tilde]: { name: 'fence', concrete: true, tokenize } satisfies Construct,
  },
};

const fenceSize = 3;

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let marker: Code = codes.eof;
  let openSize = 0;
  let closeSize = 0;
  return start;

  function start(code: Code): State | undefined {
    marker = code;
    effects.enter('fence');
    return opening(code);
  }

  function opening(code: Code): State | undefined {
    if (code === marker) {
      effects.consume(code);
      openSize++;
      return opening;
    }
    return openSize < fenceSize ? nok(code) : info(code);
  }

  function info(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
    if (code === codes.graveAccent && marker === codes.graveAccent) return nok(code);
    effects.consume(code);
    return info;
  }

  function lineEnd(code: Code): State | undefined {
    return code === codes.eof ? end(code) : effects.check(nonLazyLine, nextLineStart, end)(code);
  }

  function nextLineStart(code: Code): State | undefined {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    closeSize = 0;
    return beforeClosing;
  }

  function beforeClosing(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code);
      return beforeClosing;
    }
    return code === marker ? closing(code) : content(code);
  }

  function closing(code: Code): State | undefined {
    if (code === marker) {
      effects.consume(code);
      closeSize++;
      return closing;
    }
    return closeSize < openSize ? content(code) : afterClosing(code);
  }

  function afterClosing(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return end(code);
    if (!markdownSpace(code)) return content(code);
    effects.consume(code);
    return afterClosing;
  }

  function content(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
    effects.consume(code);
    return content;
  }

  function end(code: Code): State | undefined {
    effects.exit('fence');
    return ok(code);
  }
}

/** Succeeds where the next line belongs to the same blockquote or list as this one: a lazy line ends the block. */
const nonLazyLine: Construct = { partial: true, tokenize: tokenizeNonLazyLine };

function tokenizeNonLazyLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { parser, now } = this;
  return function lineEnding(code: Code): State | undefined {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return (next) => (parser.lazy[now().line] === true ? nok(next) : ok(next));
  };
}

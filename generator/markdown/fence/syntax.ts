import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/**
 * Syntax of fenced code as in CommonMark, but with one token for each line and none inside: two thirds of a page are fences, and
 * the tokens of the usual syntax are most of the time spent on a page.
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
    effects.enter('fenceLine');
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
    if (code === codes.graveAccent && marker === codes.graveAccent) return nok(code);
    return insideLine(code, info);
  }

  function lineEnding(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('fenceLine');
    return lineStart;
  }

  function lineStart(code: Code): State | undefined {
    if (code === codes.eof) return endFence(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, emptyLine, endFence)(code);
    closeSize = 0;
    effects.enter('fenceLine');
    return beforeClosing(code);
  }

  function emptyLine(code: Code): State | undefined {
    effects.enter('fenceLine');
    return lineEnding(code);
  }

  function beforeClosing(code: Code): State | undefined {
    if (code === marker) return closing(code);
    return markdownSpace(code) ? insideLine(code, beforeClosing) : content(code);
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
    return markdownSpace(code) ? insideLine(code, afterClosing) : content(code);
  }

  function content(code: Code): State | undefined {
    return insideLine(code, content);
  }

  function insideLine(code: Code, next: State): State | undefined {
    if (code === codes.eof) return end(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, lineEnding, end)(code);
    effects.consume(code);
    return next;
  }

  function end(code: Code): State | undefined {
    effects.exit('fenceLine');
    return endFence(code);
  }

  function endFence(code: Code): State | undefined {
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

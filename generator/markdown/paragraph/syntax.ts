import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding } from 'micromark-util-character';
import { codes, types } from 'micromark-util-symbol';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/**
 * Syntax of a paragraph as in CommonMark, one token for each line and none inside: micromark's own text tokenizer looks for
 * constructs that the dialect does not have, and takes quadratic time on lines full of brackets.
 */
export const paragraphSyntax: Extension = {
  flow: { null: { name: 'paragraph', add: 'after', tokenize } satisfies Construct },
};

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isInterrupting = this.interrupt === true;
  // A line of a container without the container's mark, and the line ending before it, are in a token of their own: micromark goes back
  // from every such line to the nearest token that is open at its start, which would be the whole paragraph.
  const isNextLazy = (): boolean => this.parser.lazy[this.now().line + 1] === true;
  let isInLazyLine = false;
  return start;

  function start(code: Code): State | undefined {
    if (isInterrupting) return nok(code);
    effects.enter('paragraph');
    return lineStart(code);
  }

  function lineStart(code: Code): State | undefined {
    effects.enter('data');
    return inLine(code);
  }

  function inLine(code: Code): State | undefined {
    if (code === codes.eof) return end(code);
    if (markdownLineEnding(code)) return effects.check(continuation, nextLine, end)(code);
    effects.consume(code);
    return inLine;
  }

  function nextLine(code: Code): State | undefined {
    endLine();
    if (isNextLazy()) {
      effects.enter('lazyLine');
      isInLazyLine = true;
    }
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return factorySpace(effects, lineStart, types.linePrefix);
  }

  function end(code: Code): State | undefined {
    endLine();
    effects.exit('paragraph');
    return ok(code);
  }

  function endLine(): void {
    effects.exit('data');
    if (isInLazyLine) effects.exit('lazyLine');
    isInLazyLine = false;
  }
}

/** Succeeds where the next line is neither blank nor the beginning of another block. */
const continuation: Construct = { partial: true, tokenize: tokenizeContinuation };

function tokenizeContinuation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { flow } = this.parser.constructs;
  return lineEnding;

  function lineEnding(code: Code): State | undefined {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return factorySpace(effects, lineStart, types.linePrefix);
  }

  function lineStart(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return nok(code);
    return effects.interrupt(flow, nok, ok)(code);
  }
}

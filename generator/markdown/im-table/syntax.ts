import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/**
 * Syntax of a table (dialect.md §7): a line that begins with a pipe, and the lines below it that begin with or contain one.
 * Rows are one token each; a row needs no tokens inside, as its cells hold no blocks.
 */
export const imTableSyntax: Extension = {
  flow: { [codes.verticalBar]: { name: 'imTable', concrete: true, tokenize } satisfies Construct },
};

function tokenize(this: TokenizeContext, effects: Effects, ok: State): State {
  return start;

  function start(code: Code): State | undefined {
    effects.enter('imTable');
    effects.enter('imTableRow');
    return inRow(code);
  }

  function inRow(code: Code): State | undefined {
    if (code === codes.eof) return end(code);
    if (markdownLineEnding(code)) return effects.check(nextRow, lineEnding, end)(code);
    effects.consume(code);
    return inRow;
  }

  function lineEnding(code: Code): State | undefined {
    effects.exit('imTableRow');
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return startRow;
  }

  function startRow(code: Code): State | undefined {
    effects.enter('imTableRow');
    return inRow(code);
  }

  function end(code: Code): State | undefined {
    effects.exit('imTableRow');
    effects.exit('imTable');
    return ok(code);
  }
}

/** Succeeds where the next line is a row of the same table. */
const nextRow: Construct = { partial: true, tokenize: tokenizeNextRow };

function tokenizeNextRow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { parser, now } = this;
  return lineEnding;

  function lineEnding(code: Code): State | undefined {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return lineStart;
  }

  function lineStart(code: Code): State | undefined {
    if (parser.lazy[now().line] === true || code === codes.eof || code === codes.leftCurlyBrace) return nok(code);
    if (code === codes.verticalBar) return ok(code);
    effects.enter('data');
    return findPipe(code);
  }

  function findPipe(code: Code): State | undefined {
    if (code === codes.verticalBar) {
      effects.exit('data');
      return ok(code);
    }
    if (code === codes.eof || markdownLineEnding(code)) return nok(code);
    effects.consume(code);
    return findPipe;
  }
}

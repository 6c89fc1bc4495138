import type { SampleCall, Verb } from '../page.js';
import { templateOfChain, templateOfText } from './call-template.js';
import { closingBracket } from './closing-bracket.js';

/** A sample program as text, cut at its call. Two programs that agree in all but `style` and `async` make the same call. */
export interface ProgramParts {
  readonly style: SampleCall['style'];
  readonly async: boolean;
  readonly verb: Verb;
  readonly template: string;
  /** The text before the call. */
  readonly setup: string;
  /** The argument as written. */
  readonly options: string;
  /** What is done with the response, line by line, without indentation. */
  readonly statements: string;
}

const call =
  /^(?:\$\w+ = )?\$instance(?:->chain\('(?<declared>[^'\\]*)'\)|\['(?<indexed>[^'\\]*)'\]|(?<chain>(?:->\w+)+?))->(?<verb>get|post|put|patch|delete)(?<async>Async)?\((?=\[)/m;
const wrapping = /^(?:->then\(static function\(.*\) \{|\}\)|->wait\(\);|\);?|\}\);?)$/;

/**
 * Cuts a program that is written the way nearly all are (dialect.md §16.2).
 *
 * @returns undefined where it is written otherwise
 */
export function splitProgram(code: string): ProgramParts | undefined {
  const match = call.exec(code);
  if (!match?.groups) return undefined;
  const { declared, indexed, chain, verb, async } = match.groups;
  const start = match.index + match[0].length;
  const end = closingBracket(code, start);
  if (end === undefined) return undefined;
  return {
    style: declared !== undefined ? 'declarative' : indexed !== undefined ? 'property' : 'chain',
    async: async !== undefined,
    verb: verb as Verb, // one of the words of the pattern
    template: chain === undefined ? templateOfText(declared ?? indexed ?? '') : templateOfChain(chain.slice(2).split('->')),
    setup: code.slice(0, match.index),
    options: code.slice(start, end + 1),
    statements: code
      .slice(end + 1)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !wrapping.test(line))
      .join('\n'),
  };
}

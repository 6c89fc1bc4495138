import { Lexer } from 'yaml';

/**
 * An upper bound of the nesting of a YAML text: flow brackets outside of texts, and indentation. The parser is recursive, and a stack
 * that overflows inside of a regular expression ends the process; the lexer is not.
 */
export function yamlDepth(yaml: string): number {
  let flow = 0;
  let deepest = 0;
  for (const token of new Lexer().lex(yaml)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++flow);
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
  }
  for (const [indent] of yaml.matchAll(/^[ \-?:]+/gm)) deepest = Math.max(deepest, indent.length >> 1);
  return deepest;
}

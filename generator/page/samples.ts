import { readFences } from './fences.js';
import type { Sample, SampleCall } from './page.js';
import { readProgram } from './php/read-program.js';
import { splitProgram, type ProgramParts } from './php/split-program.js';
import { samePhpValue } from './php/same-php-value.js';
import type { Reading } from './reading.js';
import type { RootContent } from 'mdast';

/**
 * Reads the programs of a code group (dialect.md §16). The six of an operation usually agree as text once the call is cut out of
 * them; then only the first is parsed, and all share its `options`.
 */
export function readSamples(nodes: readonly RootContent[], reading: Reading): Sample[] {
  let first: { readonly parts: ProgramParts; readonly call: SampleCall } | undefined;
  return readFences(nodes, reading).map((fence) => {
    const parts = splitProgram(fence.code);
    if (first && parts && agree(parts, first.parts)) {
      const { verb, template, answer, options } = first.call;
      return { ...fence, call: { style: parts.style, async: parts.async, verb, template, options, answer } };
    }
    const call = readProgram(fence, reading);
    if (!call) return fence;
    if (!first) {
      if (parts) first = { parts, call };
    } else if (!sameCall(call, first.call)) {
      reading.report('doc-sample-disagrees', fence.place, `sample \`${fence.label}\` makes another call than the first one`);
    }
    return { ...fence, call };
  });
}

function agree(a: ProgramParts, b: ProgramParts): boolean {
  return a.verb === b.verb && a.template === b.template && a.setup === b.setup && a.options === b.options && a.statements === b.statements;
}

function sameCall(a: SampleCall, b: SampleCall): boolean {
  return a.verb === b.verb && a.template === b.template && a.answer === b.answer && samePhpValue(a.options, b.options);
}

import type { RootContent } from 'mdast';
import { readFences, type Fence } from './fences.js';
import type { Sample, SampleCall } from './page.js';
import { firstDifference } from './php/first-difference.js';
import { readProgram } from './php/read-program.js';
import { samePhpValue } from './php/same-php-value.js';
import { splitProgram, type ProgramParts } from './php/split-program.js';
import type { Reading } from './reading.js';

/**
 * Reads the programs of a code group (dialect.md §16). The six of an operation usually agree as text once the call is cut out of
 * them; then only the first is parsed, and all share its `options`.
 */
export function readSamples(nodes: readonly RootContent[], reading: Reading): Sample[] {
  let first: { readonly parts: ProgramParts; readonly call: SampleCall } | undefined;
  const samples = readFences(nodes, reading).map(({ closed, ...fence }): Sample => {
    // A fence without an end holds more than its program.
    if (!closed) return fence;
    const parts = splitProgram(fence.code);
    if (first && parts && agree(parts, first.parts)) {
      const { verb, template, answer, options } = first.call;
      return { ...fence, call: { style: parts.style, async: parts.async, verb, template, options, answer } };
    }
    const call = readProgram(fence, reading);
    if (!call) return fence;
    if (parts) first ??= { parts, call };
    return { ...fence, call };
  });
  reportDisagreement(samples, reading);
  return samples;
}

function agree(a: ProgramParts, b: ProgramParts): boolean {
  return a.verb === b.verb && a.template === b.template && a.setup === b.setup && a.options === b.options && a.statements === b.statements;
}

/** Blames the samples that differ from most. */
function reportDisagreement(samples: readonly Sample[], reading: Reading): void {
  const calling = samples.flatMap((sample) => (sample.call ? [{ fence: sample, call: sample.call }] : []));
  const [first] = calling;
  const others = calling.filter(({ call }) => first && !sameCall(call, first.call));
  const most = others.length > calling.length / 2 ? others[0] : first;
  if (!most || others.length === 0) return;
  for (const { fence, call } of calling) {
    if (sameCall(call, most.call)) continue;
    const { place, other, words } = describeDisagreement({ fence, call }, most);
    const related = [{ file: reading.file, place: other, message: `sample \`${most.fence.label}\`` }];
    reading.report('doc-sample-disagrees', place, `sample \`${fence.label}\` ${words}`, { related });
  }
}

function sameCall(a: SampleCall, b: SampleCall): boolean {
  return a.verb === b.verb && a.template === b.template && a.answer === b.answer && samePhpValue(a.options, b.options);
}

interface CallingSample {
  readonly fence: Pick<Fence, 'label' | 'place'>;
  readonly call: SampleCall;
}

function describeDisagreement(
  { fence, call }: CallingSample,
  most: CallingSample,
): { readonly place: Fence['place']; readonly other: Fence['place']; readonly words: string } {
  const places = { place: fence.place, other: most.fence.place };
  if (call.verb !== most.call.verb) return { ...places, words: `calls \`${call.verb}\`, the others \`${most.call.verb}\`` };
  if (call.template !== most.call.template) return { ...places, words: `calls \`${call.template}\`, the others \`${most.call.template}\`` };
  const difference = firstDifference(call.options, most.call.options);
  if (!difference) return { ...places, words: 'treats the answer in another way than the others' };
  const { key, ...where } = difference;
  return { ...where, words: key === undefined ? 'passes other arguments than the others' : `differs from the others in \`${key}\`` };
}

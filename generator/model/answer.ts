import type { Collector } from '../diagnostics/collector.js';
import type { Place } from '../diagnostics/place.js';
import { errorsKeyword, streamMediaWords } from '../page/tokens.js';
import type { SampleCall, Section, Spanning, Table } from '../page/page.js';
import type { Answer, Protocol } from './api.js';
import { buildFields } from './build-field.js';

/**
 * What a call answers: fields, nothing, a stream or a redirect (dialect.md §12, §15). The status of an empty answer is the one the
 * sample compares, 204 where it compares none; a v2 answer is XML unless the sample decodes JSON.
 */
export function buildAnswer(
  { response, verb, samples }: Section,
  { protocol, call, collector }: { readonly protocol: Protocol; readonly call: SampleCall | undefined; readonly collector: Collector },
): Answer {
  if (!response) return emptyAnswer(verb.place, call);
  const { place, spanning } = response;
  const sample = samples.find((candidate) => candidate.call);
  if (sample?.call) reportContradiction(response, { place: sample.place, answer: sample.call.answer }, collector);
  if (spanning) return spanningAnswer(spanning, call);
  const fields = buildFields(response.rows, { side: 'answer', protocol, collector });
  if (response.keyword === errorsKeyword) return { kind: 'stream', status: 200, media: 'data', fields, place };
  return { kind: 'fields', format: protocol === 'v2' && call?.answer !== 'json' ? 'xml' : 'json', status: 200, fields, place };
}

/** A table of fields goes with a sample that decodes a body, and a spanning row with one that does not (dialect.md §21). */
function reportContradiction(
  { rows, spanning }: Table,
  sample: Pick<SampleCall, 'answer'> & { readonly place: Place },
  collector: Collector,
): void {
  const isDecoded = sample.answer === 'json' || sample.answer === 'xml';
  const isEmpty = sample.answer === 'status-204' || sample.answer === 'status-202';
  const message =
    isDecoded && spanning && spanning.kind !== 'other'
      ? `the sample decodes a body, but the table says \`${spanning.text}\``
      : isEmpty && rows.length > 0
        ? 'the sample expects an empty answer, but the table lists fields'
        : undefined;
  if (message === undefined) return;
  collector.report('doc-sample-disagrees', sample.place, message, {
    why: 'either the sample or the table is wrong, and the SDK goes by the table',
    help: 'correct what the sample does with the answer, or the table',
  });
}

function spanningAnswer({ kind, text, place }: Spanning, call: SampleCall | undefined): Answer {
  switch (kind) {
    case 'file-stream':
      return { kind: 'stream', status: 200, media: streamMedia(text), fields: [], place };
    case 'redirect':
      return { kind: 'redirect', status: 302, place };
    case 'no-content':
    case 'other':
      return emptyAnswer(place, call);
  }
}

function emptyAnswer(place: Place, call: SampleCall | undefined): Answer {
  return { kind: 'empty', status: call?.answer === 'status-202' ? 202 : 204, place };
}

function streamMedia(text: string): 'data' | 'pdf' | 'image' {
  return streamMediaWords.find(([word]) => text.includes(word))?.[1] ?? 'data';
}

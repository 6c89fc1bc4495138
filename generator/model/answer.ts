import type { Collector } from '../diagnostics/collector.js';
import type { Place } from '../diagnostics/place.js';
import { errorsKeyword, streamMediaWords } from '../page/tokens.js';
import type { SampleCall, Section, Spanning } from '../page/page.js';
import type { Answer, Protocol } from './api.js';
import { buildFields } from './build-field.js';

/**
 * What a call answers: fields, nothing, a stream or a redirect (dialect.md §12, §15). The status of an empty answer is the one the
 * sample compares, 204 where it compares none; a v2 answer is XML unless the sample decodes JSON.
 */
export function buildAnswer(
  { response, verb }: Section,
  { protocol, call, collector }: { readonly protocol: Protocol; readonly call: SampleCall | undefined; readonly collector: Collector },
): Answer {
  if (!response) return emptyAnswer(verb.place, call);
  const { place, spanning } = response;
  if (spanning) return spanningAnswer(spanning, call);
  const fields = buildFields(response.rows, { side: 'answer', protocol, collector });
  if (response.keyword === errorsKeyword) return { kind: 'stream', status: 200, media: 'data', fields, place };
  return { kind: 'fields', format: protocol === 'v2' && call?.answer !== 'json' ? 'xml' : 'json', status: 200, fields, place };
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

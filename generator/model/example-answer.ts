import type { Answer, Operation } from './api.js';
import { exampleObject, type ExampleValue } from './example-value.js';
import { wireLayers, type WireLayer } from './wire-layers.js';

/** A good answer in plain values, and what stands between them and the wire. */
export type ExampleAnswer =
  | {
      readonly kind: 'json' | 'xml';
      readonly body: { readonly [name: string]: ExampleValue };
      readonly layers?: readonly WireLayer[];
      readonly unsigned?: true;
    }
  | { readonly kind: 'empty'; readonly status: 202 | 204; readonly unsigned?: true }
  | { readonly kind: 'stream'; readonly contentType: string; readonly failure?: { readonly [name: string]: ExampleValue } }
  | { readonly kind: 'redirect' };

/** Codes of the protocol that mean success, and those that mean failure (runtime-requirements.md §10). */
const success = { return_code: 'SUCCESS', result_code: 'SUCCESS', retcode: 0 } as const;
const failure = { return_code: 'FAIL', result_code: 'FAIL' } as const;

const contentTypes = { data: 'text/plain', pdf: 'application/pdf', image: 'image/png' } as const;

/**
 * The answer with a value for every row.
 *
 * @param known scalars of the request, which come back under the same name
 */
export function exampleAnswer({ protocol, answer }: Operation, known: ReadonlyMap<string, ExampleValue>): ExampleAnswer {
  switch (answer.kind) {
    case 'fields': {
      const layers = wireLayers(answer.fields);
      const unsigned = protocol === 'v2' && !(answer.format === 'xml' && hasSign(answer));
      return {
        kind: answer.format,
        body: { ...valuesOf(answer, known), ...presentOf(success, answer) },
        ...(layers.length > 0 && { layers }),
        ...(unsigned && { unsigned }),
      };
    }
    case 'empty':
      return { kind: 'empty', status: answer.status, ...(protocol === 'v2' && { unsigned: true }) };
    case 'stream':
      return {
        kind: 'stream',
        contentType: contentTypes[answer.media],
        ...(answer.fields.length > 0 && { failure: { ...valuesOf(answer, new Map()), ...presentOf(failure, answer) } }),
      };
    case 'redirect':
      return { kind: 'redirect' };
  }
}

type Fields = Extract<Answer, { readonly kind: 'fields' | 'stream' }>;

function hasSign({ fields }: Fields): boolean {
  return fields.some(({ name }) => name === 'sign');
}

/** Those of the codes that the page has a row for. A page that describes failures only lists no code of success. */
function presentOf(codes: Readonly<Record<string, ExampleValue>>, { fields }: Fields): Readonly<Record<string, ExampleValue>> {
  return Object.fromEntries(Object.entries(codes).filter(([code]) => fields.some(({ name }) => name === code)));
}

function valuesOf({ fields }: Fields, known: ReadonlyMap<string, ExampleValue>): { readonly [name: string]: ExampleValue } {
  return exampleObject(
    fields.filter(({ name }) => name !== 'sign'),
    { known },
  );
}

import type { ApiPage, Operation, Webhook } from './api.js';
import { hasOpenShape, shapesOf, type KnownShape } from './decide-shapes.js';

/**
 * What may matter beyond a page: to the pages beside it, and to files that speak of all pages. Everything else a page says can stay
 * out of memory until its own files are made.
 */
export interface PageFacts {
  readonly file: string;
  readonly kind: ApiPage['kind'];
  readonly operations: readonly OperationFacts[];
  readonly webhooks: readonly WebhookFacts[];
  /** It holds contents whose shape other pages may decide. */
  readonly open?: true;
}

export interface OperationFacts extends Pick<Operation, 'id' | 'place' | 'protocol' | 'method' | 'template' | 'sampleTemplate'> {
  /** Shapes in its request that decide those of its family. */
  readonly shapes: readonly KnownShape[];
  /** Fit to be shown to somebody who is new to the API. */
  readonly good?: true;
}

export type WebhookFacts = Pick<Webhook, 'id' | 'place' | 'protocol' | 'name' | 'eventTypes'>;

export function factsOf(page: ApiPage): PageFacts {
  const { file, kind, operations, webhooks } = page;
  return {
    file,
    kind,
    operations: operations.map((operation) => {
      const { id, place, protocol, method, template, sampleTemplate } = operation;
      return {
        id,
        place,
        protocol,
        method,
        template,
        ...(sampleTemplate !== undefined && { sampleTemplate }),
        shapes: shapesOf(operation),
        ...(isGoodExample(operation) && { good: true }),
      };
    }),
    webhooks: webhooks.map(({ id, place, protocol, name, eventTypes }) => ({ id, place, protocol, name, eventTypes })),
    ...(hasOpenShape(page) && { open: true }),
  };
}

/** Short, with a body, and not about to disappear. */
export function isGoodExample({ protocol, method, deprecated, pathParameters, request }: Operation): boolean {
  const body = request.find(({ role }) => role === 'json')?.field.fields ?? [];
  return protocol === 'v3' && method === 'POST' && !deprecated && pathParameters.length === 0 && body.length > 1 && body.length < 10;
}

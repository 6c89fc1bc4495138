import type { ApiPage, Field, Operation, Webhook } from '../model/api.js';

/** What the rows of one operation or notification say, on both sides. */
export interface Sides {
  readonly described: Operation | Webhook;
  readonly request: readonly Field[];
  readonly response: readonly Field[];
}

/** Operations and notifications of a page, in this order. */
export function sidesOf(page: ApiPage): Sides[] {
  return [
    ...page.operations.map((operation): Sides => ({
      described: operation,
      request: operation.request.map(({ field }) => field),
      response: 'fields' in operation.answer ? operation.answer.fields : [],
    })),
    ...page.webhooks.map((webhook): Sides => ({ described: webhook, request: webhook.request, response: webhook.reply })),
  ];
}

/** Calls `visit` for each field and everything below it, in page order; `parent` is the field right above it. */
export function visitFields(fields: readonly Field[], visit: (field: Field, parent?: Field) => void, parent?: Field): void {
  for (const field of fields) {
    visit(field, parent);
    visitFields(field.fields, visit, field);
    visitFields(field.content?.fields ?? [], visit, field);
    visitFields(field.alternatives ?? [], visit, parent);
  }
}

/** `visitFields` for all rows of a page. */
export function visitPage(page: ApiPage, visit: (field: Field, parent?: Field) => void): void {
  for (const { request, response } of sidesOf(page)) {
    visitFields(request, visit);
    visitFields(response, visit);
  }
}

import type { Answer, ApiPage, Field, Operation } from './api.js';

/** Rebuilds a field and everything below it, innermost first: rows, content and alternatives. */
export function mapField(field: Field, change: (field: Field) => Field): Field {
  const inner = (fields: readonly Field[]): Field[] => fields.map((child) => mapField(child, change));
  return change({
    ...field,
    ...(field.content && { content: { ...field.content, fields: inner(field.content.fields) } }),
    fields: inner(field.fields),
    ...(field.alternatives && { alternatives: inner(field.alternatives) }),
  });
}

/** Rebuilds every field of an operation's request and answer. */
export function mapOperationFields(operation: Operation, change: (field: Field) => Field): Operation {
  return {
    ...operation,
    request: operation.request.map(({ role, field }) => ({ role, field: mapField(field, change) })),
    answer: mapAnswerFields(operation.answer, change),
  };
}

function mapAnswerFields(answer: Answer, change: (field: Field) => Field): Answer {
  return answer.kind === 'fields' || answer.kind === 'stream'
    ? { ...answer, fields: answer.fields.map((field) => mapField(field, change)) }
    : answer;
}

/** Every field of a request, outermost first: rows, content and alternatives. */
export function* fieldsBelow(fields: readonly Field[]): Generator<Field> {
  // A stack instead of recursion: every level of `yield*` would pass on each field again.
  const left = fields.toReversed();
  for (let field = left.pop(); field !== undefined; field = left.pop()) {
    yield field;
    const inside = [...field.fields, ...(field.content?.fields ?? []), ...(field.alternatives ?? [])];
    left.push(...inside.reverse());
  }
}

/** The fields at depth 0 of everything that a page describes. */
export function topFields({ operations, webhooks }: ApiPage): Field[] {
  return [
    ...operations.flatMap(({ request, answer }) => [...request.map(({ field }) => field), ...('fields' in answer ? answer.fields : [])]),
    ...webhooks.flatMap(({ request, reply }) => [...request, ...reply]),
  ];
}

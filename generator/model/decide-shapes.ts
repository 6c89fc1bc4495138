import type { ApiPage, Content, Field, Operation } from './api.js';
import { fieldsBelow, mapOperationFields, topFields } from './map-fields.js';

/** A shape, and what it is known of: family, name of the string, name of the row inside. */
export type KnownShape = readonly [key: string, shape: Content['shape']];

/**
 * Decides contents that may be a list or an object with that key, where the page itself could not: like the same field with the same
 * single row in a request of the same family (design.md §4). Where the family has both, or has none, they stay `either`.
 */
export function decideShapes(page: ApiPage, known: ReadonlyMap<string, Content['shape']>): ApiPage {
  return { ...page, operations: page.operations.map((operation) => decideOperation(operation, known)) };
}

function decideOperation(operation: Operation, known: ReadonlyMap<string, Content['shape']>): Operation {
  return mapOperationFields(operation, (field) => {
    if (field.content?.shape !== 'either') return field;
    const shape = known.get(shapeKey(operation, field, field.content));
    return shape ? { ...field, content: { ...field.content, shape } } : field;
  });
}

/** What a request tells its family. */
export function shapesOf(operation: Operation): KnownShape[] {
  return [...fieldsBelow(operation.request.map(({ field }) => field))].flatMap((field) =>
    field.content && isLabelOrKey(field.content) && field.content.shape !== 'either'
      ? [[shapeKey(operation, field, field.content), field.content.shape] as const]
      : [],
  );
}

/** What all requests together tell; `either` where they disagree. */
export function mergeShapes(shapes: Iterable<KnownShape>): Map<string, Content['shape']> {
  const merged = new Map<string, Content['shape']>();
  for (const [key, shape] of shapes) {
    const known = merged.get(key) ?? shape;
    merged.set(key, known === shape ? known : 'either');
  }
  return merged;
}

/** True if another page may decide something in this one. */
export function hasOpenShape(page: ApiPage): boolean {
  for (const field of fieldsBelow(topFields(page))) if (field.content?.shape === 'either') return true;
  return false;
}

function isLabelOrKey({ format, fields: [only, ...others] }: Content): boolean {
  return format === 'json' && only?.list === true && others.length === 0;
}

function shapeKey({ template }: Operation, field: Field, content: Content): string {
  const [protocol, first, second] = template.split('/');
  return JSON.stringify([protocol, first, second, field.name, content.fields[0]?.name]);
}

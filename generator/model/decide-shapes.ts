import type { ApiPage, Content, Field, Operation } from './api.js';
import { fieldsBelow, mapOperationFields, topFields } from './map-fields.js';

/**
 * Decides contents that may be a list or an object with that key, where the page itself could not: like the same field with the same
 * single row in a request of the same family (design.md §4). Where the family has both, or has none, they stay `either`.
 */
export function decideShapes(pages: readonly ApiPage[]): ApiPage[] {
  const known = shapesOfRequests(pages);
  return pages.map((page) => {
    if (!hasOpenShape(page)) return page;
    return { ...page, operations: page.operations.map((operation) => decideOperation(operation, known)) };
  });
}

function decideOperation(operation: Operation, known: ReadonlyMap<string, Content['shape']>): Operation {
  return mapOperationFields(operation, (field) => {
    if (field.content?.shape !== 'either') return field;
    const shape = known.get(shapeKey(operation, field, field.content));
    return shape ? { ...field, content: { ...field.content, shape } } : field;
  });
}

function shapesOfRequests(pages: readonly ApiPage[]): Map<string, Content['shape']> {
  const shapes = new Map<string, Content['shape']>();
  for (const operation of pages.flatMap(({ operations }) => operations)) {
    for (const field of fieldsBelow(operation.request.map((group) => group.field))) {
      if (!field.content || !isLabelOrKey(field.content) || field.content.shape === 'either') continue;
      const key = shapeKey(operation, field, field.content);
      const known = shapes.get(key) ?? field.content.shape;
      shapes.set(key, known === field.content.shape ? known : 'either');
    }
  }
  return shapes;
}

function hasOpenShape(page: ApiPage): boolean {
  for (const field of fieldsBelow(topFields(page))) if (field.content?.shape === 'either') return true;
  return false;
}

function isLabelOrKey({ format, fields: [only, ...others] }: Content): boolean {
  return format === 'json' && only?.list === true && others.length === 0;
}

/** Family, name of the string, name of the row inside. */
function shapeKey({ template }: Operation, field: Field, content: Content): string {
  const [protocol, first, second] = template.split('/');
  return JSON.stringify([protocol, first, second, field.name, content.fields[0]?.name]);
}

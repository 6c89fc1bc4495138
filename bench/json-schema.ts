/** The part of JSON Schema that requests of the measured operations are made of. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly (string | number)[];
}

/** What one library makes of a schema, bottom up. */
export interface SchemaBuilder<Built> {
  readonly object: (members: Readonly<Record<string, Built>>, required: ReadonlySet<string>) => Built;
  readonly list: (element: Built) => Built;
  readonly values: (values: readonly (string | number)[]) => Built;
  readonly scalar: (type: 'string' | 'integer' | 'number' | 'boolean') => Built;
}

/** @throws Error for what is no part of `JsonSchema` */
export function buildSchema<Built>(schema: JsonSchema, builder: SchemaBuilder<Built>): Built {
  if (schema.enum) return builder.values(schema.enum);
  switch (schema.type) {
    case 'object': {
      const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [name, buildSchema(member, builder)] as const);
      return builder.object(Object.fromEntries(members), new Set(schema.required));
    }
    case 'array':
      return builder.list(buildSchema(schema.items ?? {}, builder));
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return builder.scalar(schema.type);
    default:
      throw new Error(`cannot build a schema of ${JSON.stringify(schema).slice(0, 100)}`);
  }
}

/** A valid value with all members; lists have `length` elements. */
export function exampleOf(schema: JsonSchema, length: number): unknown {
  return buildSchema<unknown>(schema, {
    object: (members) => members,
    list: (element) => Array.from({ length }, () => structuredClone(element)),
    values: ([first]) => first,
    scalar: (type) => ({ string: 'some text of a merchant', integer: 4200, number: 4200, boolean: true })[type],
  });
}

/** The value with wrong scalars: the first one of each object is an object instead. */
export function spoil(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element, index) => (index === 0 ? spoil(element) : element));
  if (typeof value !== 'object' || value === null) return value;
  let isSpoiled = false;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (typeof member === 'object') return [name, spoil(member)];
      if (isSpoiled) return [name, member];
      isSpoiled = true;
      return [name, {}];
    }),
  );
}

/** The value with one wrong scalar, the last one: an object instead. */
export function spoilOne(value: unknown): unknown {
  if (Array.isArray(value)) return [...value.slice(0, -1), spoilOne(value.at(-1))];
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, member], index) => [name, index === entries.length - 1 ? spoilOne(member) : member]));
}

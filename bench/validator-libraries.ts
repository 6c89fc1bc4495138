import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { type } from 'arktype';
import { Compile } from 'typebox/schema';
import * as v from 'valibot';
import * as z from 'zod';
import { buildSchema, type JsonSchema } from './json-schema.js';
import { versionOf } from './setting.js';

export interface ValidatorLibrary {
  readonly name: string;
  /** A function that judges a value and names all issues; true for a valid one. */
  readonly make: (schema: JsonSchema) => (value: unknown) => boolean;
}

const ajvOptions = { allErrors: true, strict: false, code: { source: true, esm: false } } as const;

/** Each as its manual says for speed, with all issues. */
export const validatorLibraries: readonly ValidatorLibrary[] = [
  {
    name: `ajv ${versionOf('ajv')}, compiled`,
    make: (schema) => new Ajv(ajvOptions).compile(schema),
  },
  {
    name: `ajv ${versionOf('ajv')}, standalone`,
    make: (schema) => {
      const ajv = new Ajv(ajvOptions);
      const module: { exports?: (value: unknown) => boolean } = {};
      // What a build would write into a file of its own.
      new Function('module', 'require', standaloneCode.default(ajv, ajv.compile(schema)))(module, createRequire(import.meta.url));
      return module.exports ?? (() => false);
    },
  },
  {
    name: `typebox ${versionOf('typebox')}, compiled`,
    make: (schema) => {
      const compiled = Compile(schema);
      return (value) => compiled.Check(value) || compiled.Errors(value)[0];
    },
  },
  { name: `zod ${versionOf('zod')}`, make: (schema) => judgeWithZod(buildZod(schema)) },
  {
    name: `valibot ${versionOf('valibot')}`,
    make: (schema) => {
      const built = buildValibot(schema);
      return (value) => v.safeParse(built, value).success;
    },
  },
  {
    name: `arktype ${versionOf('arktype')}`,
    make: (schema) => {
      const built = type.raw(buildArktype(schema));
      return (value) => !(built(value) instanceof type.errors);
    },
  },
];

function judgeWithZod(schema: z.ZodType): (value: unknown) => boolean {
  return (value) => schema.safeParse(value).success;
}

function buildZod(schema: JsonSchema): z.ZodType {
  return buildSchema<z.ZodType>(schema, {
    object: (members, required) =>
      z.object(
        Object.fromEntries(Object.entries(members).map(([name, member]) => [name, required.has(name) ? member : member.optional()])),
      ),
    list: (element) => z.array(element),
    values: (values) => z.union(values.map((value) => z.literal(value))),
    scalar: (kind) => ({ string: z.string(), integer: z.int(), number: z.number(), boolean: z.boolean() })[kind],
  });
}

function buildValibot(schema: JsonSchema): v.GenericSchema {
  return buildSchema<v.GenericSchema>(schema, {
    object: (members, required) =>
      v.object(
        Object.fromEntries(Object.entries(members).map(([name, member]) => [name, required.has(name) ? member : v.optional(member)])),
      ),
    list: (element) => v.array(element),
    values: (values) => v.picklist(values),
    scalar: (kind) =>
      kind === 'integer' ? v.pipe(v.number(), v.integer()) : { string: v.string(), number: v.number(), boolean: v.boolean() }[kind],
  });
}

function buildArktype(schema: JsonSchema): unknown {
  return buildSchema<unknown>(schema, {
    object: (members, required) =>
      Object.fromEntries(Object.entries(members).map(([name, member]) => [required.has(name) ? name : `${name}?`, member])),
    list: (element) => type.raw(element).array(),
    values: (values) => type.enumerated(...values),
    scalar: (kind) => (kind === 'integer' ? 'number.integer' : kind),
  });
}

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ApiPage, Field } from '../../generator/model/api.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { fieldsBelow, topFields } from '../../generator/model/map-fields.js';
import { corpus, corpusApi } from '../support/corpus.js';

describe.skipIf(!corpus.present)('the model of the corpus', () => {
  const { api, diagnostics, pages } = corpusApi();
  const operations = api.pages.flatMap((page) => page.operations);
  const webhooks = api.pages.flatMap((page) => page.webhooks);

  it('leaves no page out', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'fatal')).toEqual([]);
    expect(api.pages).toHaveLength(corpus.files.length);
    expect(operations).toHaveLength(1081);
    expect(operations.filter(({ protocol }) => protocol === 'v3')).toHaveLength(953);
    expect(webhooks).toHaveLength(105);
  });

  it('has the form of its schema', () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('../../generator/model/api.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema as object);
    validate(JSON.parse(JSON.stringify(api)));
    expect(validate.errors).toBeNull();
  });

  it('is the same in whatever order the pages come, and after a journey through JSON', () => {
    const text = JSON.stringify(api);
    expect(JSON.stringify(assembleApi([...pages].reverse()).api) === text).toBe(true);
    expect(JSON.stringify(assembleApi(JSON.parse(JSON.stringify(pages)) as ApiPage[]).api) === text).toBe(true);
  });

  it('knows a place on the page for every field', () => {
    for (const page of api.pages) {
      const lines = corpus.read(page.file).split('\n');
      for (const field of fieldsBelow(topFields(page))) {
        if (field.synthetic) continue;
        const { line, column, endColumn } = field.place;
        expect(lines[line - 1]?.slice(column - 1, endColumn - 1).replaceAll(/\s/g, '')).toBe(field.name);
      }
    }
  });

  it.each([
    ['path parameters without a row', count((field) => field.synthetic === true), 7],
    ['fields encrypted for the platform', count((field) => field.encryption?.key === 'platform'), 261],
    ['fields encrypted for the merchant', count((field) => field.encryption?.key === 'merchant'), 66],
    ['fields encrypted for the bank', count((field) => field.encryption?.key === 'bank'), 7],
    ['fields encrypted with the APIv3 key', count((field) => field.encryption?.key === 'apiv3'), 99],
    ['fields encrypted with the digest of the API key', count((field) => field.encryption?.key === 'apikey-digest'), 1],
  ])('counts %s', (_what, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it('sees an end of life only where the notice is one', () => {
    const statuses = [...operations, ...webhooks].map(({ deprecated }) => deprecated?.status);
    expect(statuses.filter((status) => status === 'deprecated')).toHaveLength(23);
    expect(statuses.filter((status) => status === 'redesigned')).toHaveLength(25);
    expect(statuses.filter((status) => status === 'discarded')).toHaveLength(3);
  });

  function count(is: (field: Field) => boolean): number {
    return api.pages.flatMap((page) => [...fieldsBelow(topFields(page))]).filter(is).length;
  }
});

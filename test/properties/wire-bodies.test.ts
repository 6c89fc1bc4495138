import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOpenApi } from '../../generator/openapi/to-openapi.js';
import { bundlePages } from '../support/bundle-pages.js';
import { fakeMerchant } from '../support/fake-merchant.js';
import { inventInput } from '../support/invent-input.js';
import { randomOperation } from '../support/random-page.js';
import { readApi } from '../support/read-api.js';
import { runs, seed, tellLongRun, throwCause } from './runs.js';

const pagesPerBundle = 30;
const inputsPerPage = 25;

const merchant = fakeMerchant();

test('the body that the runtime makes of an accepted input fits the exported schema', async () => {
  const counts = { pages: 0, bodies: 0 };
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(0xffff)), async (choices) => {
      const choose = (count: number): number => choices.next().value % count;
      const pages = Array.from({ length: pagesPerBundle }, (_, number) => randomOperation(choose, { number }));
      const understood = pages.flatMap(({ file, text }) => {
        const { api } = readApi({ [file]: text });
        const [page] = api.pages;
        const operation = page?.operations[0];
        if (!page || !operation?.request.some(({ role }) => role === 'json')) return [];
        const [exported] = Object.values(toOpenApi(api).paths).flatMap((item) => Object.values(item));
        return [{ text, page, operation, schema: exported?.requestBody?.content['application/json']?.schema ?? {} }];
      });
      const built = await bundlePages(understood.map(({ page }) => page));
      counts.pages += understood.length;
      for (const [index, { text, operation, schema }] of understood.entries()) {
        const facts = built[index]?.operations.get(operation.id);
        const fits = createAjv().compile(schema);
        for (let left = inputsPerPage; left > 0; left -= 1) {
          const input = inventInput(operation, choose, left % 5 === 0 ? 12 : 1000);
          if (facts === undefined || facts.validate(input) !== undefined) continue;
          // An accepted input is an object. Of its other groups some fit no address and no header.
          const { json } = input as Readonly<Record<string, unknown>>;
          const { body } = await facts.send(merchant, facts, { json, id: '1' });
          if (body === undefined) continue;
          const sent: unknown = JSON.parse(String(body));
          if (!fits(sent)) expect({ text, input, sent, errors: fits.errors }).toBe('a body that fits');
          counts.bodies += 1;
        }
      }
    }),
    { numRuns: Math.max(1, Math.ceil(runs / pagesPerBundle)), endOnFailure: true, reporter: throwCause, seed },
  );
  tellLongRun('wire bodies', counts);
  expect(counts.bodies).toBeGreaterThan(runs);
});

/** Knows what JSON Schema leaves to annotations: the content of a text has to fit as well. */
function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, ownProperties: true });
  ajv.removeKeyword('contentSchema');
  return ajv.addKeyword({
    keyword: 'contentSchema',
    type: 'string',
    schemaType: 'object',
    compile: (schema: object) => {
      const fits = ajv.compile(schema);
      return (text: string) => fits(JSON.parse(text));
    },
  });
}

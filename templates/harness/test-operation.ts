import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Merchant } from '../runtime/merchant.js';
import type { Operation, Result } from '../runtime/operation.js';
import { checkAddress } from '../testing/check-request.js';
import { differences } from '../testing/differences.js';
import { isJsonObject, type JsonObject } from '../testing/json.js';
import type { Layer } from '../testing/layer.js';
import { testStream } from '../testing/make-answer.js';
import type { AnswerCase, OperationCase } from '../testing/operation-case.js';
import type { Tampering } from '../testing/sign-answer.js';
import { isElementName, writable } from './element-names.js';
import { keys } from './keys.js';
import { plainTexts } from './plain-texts.js';
import { plainJson } from './plain-json.js';
import { refusal } from './refusal.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';
import { withFiles, withoutFiles } from './upload.js';
import { requiredOnly, wrongInputs, type Rules } from './wrong-inputs.js';

/** A case whose input has the emitted type, so that the compiler checks it, too. */
export type OperationTest<Input> = Omit<OperationCase, 'input'> & Rules & { readonly input: NoInfer<Input> };

/** The free function of an operation. That of a redirect page gives the address and calls nobody. */
export type Call<Input> = (merchant: Merchant, input: Input) => Promise<Result<unknown> | URL>;

/**
 * Declares the tests of one operation. Its function is called against a platform on loopback, which judges what arrives with code of
 * its own.
 */
export function testOperation<Input extends object | undefined>(
  call: Call<Input>,
  { id, validate }: Operation,
  test: OperationTest<NonNullable<Input>>,
): void {
  const full = withoutFiles(plainJson(test.input), test.files);
  const required = requiredOnly(full, test);
  const answer = test.answer.kind === 'xml' ? { ...test.answer, body: writable(test.answer.body) } : test.answer;
  const operation: OperationCase = { ...test, answer, input: full };
  const unwritable =
    answer.kind !== 'redirect' &&
    test.signed === 'xml' &&
    Object.keys(isJsonObject(full['xml']) ? full['xml'] : {}).some((name) => !isElementName(name));
  const given = (input: JsonObject): object => withFiles(input, test.input ?? {}, test.files);

  describe(id, () => {
    let platform: TestPlatform;
    beforeAll(async () => {
      platform = await startTestPlatform();
    });
    afterAll(() => platform.close());

    // What was taken out of the typed input, or put into it, is the fault that a test is about.
    const run = (input: JsonObject): Promise<Result<unknown> | URL> => call(platform.merchant, given(input) as Input);

    if (unwritable) {
      it('refuses names that no element of XML can have', async () => {
        platform.plan({ operation, input: full });
        await expect(run(full)).rejects.toMatchObject({ name: 'ValidationError' });
      });
      return;
    }

    const sends = async (input: JsonObject): Promise<unknown> => {
      platform.plan({ operation, input });
      const result = await run(input);
      const faults = result instanceof URL ? checkAddress(result, operation, input, keys) : platform.seen.faults;
      expect(faults).toEqual([]);
      return result instanceof URL ? undefined : result.data;
    };

    it('sends the required fields', async () => {
      await sends(required);
    });

    it('sends all fields and reads the answer', async () => {
      const data = await sends(full);
      expect(await misread(data, operation.answer)).toEqual([]);
    });

    it('refuses each wrong field', () => {
      expect(validate(given(full))).toBeUndefined();
      const accepted = wrongInputs(full, test).filter(({ input }) => validate(given(input)) === undefined);
      expect(accepted.map(({ fault }) => fault)).toEqual([]);
    });

    if (isEncrypted(test.layers)) {
      it('never shows the plain text of an encrypted field on the wire', async () => {
        await sends(full);
        const wire = platform.seen.requests.map(({ target, body }) => decodeURIComponent(target) + body.toString()).join('\n');
        expect(plainTexts(full, test.layers ?? []).filter((text) => wire.includes(text))).toEqual([]);
      });
    }

    if (tampering(operation.answer) !== undefined) {
      it('refuses a tampered answer', async () => {
        platform.plan({ operation, input: full, tampering: tampering(operation.answer) });
        await expect(run(full)).rejects.toMatchObject({ name: 'SignatureError', outcome: 'unknown' });
      });
    }

    if (operation.answer.kind !== 'redirect') {
      it('reports a refusal of the platform', async () => {
        platform.plan({ operation, input: full, answer: refusal(operation) });
        await expect(run(full)).rejects.toMatchObject({ name: 'ApiError', operation: id });
      });
    }
  });
}

/** Where the data differ from what the platform answered. The `sign` of v2 is the platform's own. */
async function misread(data: unknown, answer: AnswerCase): Promise<string[]> {
  switch (answer.kind) {
    case 'json':
      return differences(plainJson(data), answer.body);
    case 'xml': {
      const { sign: _sign, ...fields } = plainJson(data);
      return differences(fields, answer.body);
    }
    case 'stream':
      return differences(await new Response(data as ReadableStream).text(), testStream);
    case 'empty':
    case 'redirect':
      return data === undefined ? [] : ['there are data although the page says there are none'];
  }
}

function isEncrypted(layers: readonly Layer[] = []): boolean {
  return layers.some(({ by }) => by === 'by-rsa-pubkey');
}

/** How an answer of that kind can be forged so that only its signature tells. */
function tampering(answer: AnswerCase): Tampering | undefined {
  switch (answer.kind) {
    case 'json':
    case 'xml':
      return answer.unsigned ? undefined : 'body';
    case 'empty':
      return answer.unsigned ? undefined : 'signature';
    case 'stream':
    case 'redirect':
      return undefined;
  }
}

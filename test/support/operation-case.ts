import { createHash } from 'node:crypto';
import { operationTest } from '../../generator/emit/tests/operation-test.js';
import type { Field, Operation } from '../../generator/model/api.js';
import { readDigest } from '../../generator/model/stated.js';
import { isJsonObject, type Json, type JsonObject } from '../../templates/testing/json.js';
import type { OperationCase } from '../../templates/testing/operation-case.js';
import { testFile } from '../../templates/testing/test-file.js';

/**
 * The data of an operation's generated test as the platform's double takes them; the file of an upload is not among them, yet its
 * digests are.
 */
export function operationCase(operation: Operation): OperationCase {
  const test = operationTest(operation);
  // The file is a symbol, which JSON leaves out.
  const input = JSON.parse(JSON.stringify(test.input)) as JsonObject;
  const body = operation.request.find(({ role }) => role === 'body');
  const given = body === undefined ? input : withDigests(input, [body.field]);
  return { ...test, input: given, answer: test.answer };
}

function withDigests(values: JsonObject, rows: readonly Field[]): JsonObject {
  const members = rows.flatMap(({ name, description, fields, content }): (readonly [string, Json])[] => {
    const value = values[name];
    const algorithm = readDigest(description);
    if (isJsonObject(value)) return [[name, withDigests(value, content?.fields ?? fields)]];
    return algorithm !== undefined && typeof value === 'string' ? [[name, createHash(algorithm).update(testFile.data).digest('hex')]] : [];
  });
  return { ...values, ...Object.fromEntries(members) };
}

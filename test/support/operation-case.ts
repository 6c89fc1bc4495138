import { operationTest } from '../../generator/emit/tests/operation-test.js';
import type { Operation } from '../../generator/model/api.js';
import type { JsonObject } from '../../templates/testing/json.js';
import type { OperationCase } from '../../templates/testing/operation-case.js';

/** The data of an operation's generated test as the platform's double takes them; the file of an upload is not among them. */
export function operationCase(operation: Operation): OperationCase {
  const test = operationTest(operation);
  // The file is a symbol, which JSON leaves out.
  return { ...test, input: JSON.parse(JSON.stringify(test.input)) as JsonObject, answer: test.answer };
}

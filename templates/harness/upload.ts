import { isJsonObject, type JsonObject } from '../testing/json.js';
import { testFile } from '../testing/test-file.js';

/** Takes the file out of an upload's input, for JSON cannot hold it. */
export function withoutFile(input: JsonObject, part: string | undefined): JsonObject {
  const body = input['body'];
  if (part === undefined || !isJsonObject(body)) return input;
  const { [part]: _file, ...rest } = body;
  return { ...input, body: rest };
}

/** Puts {@link testFile} into an upload's input. */
export function withFile(input: JsonObject, part: string | undefined): object {
  const body = input['body'];
  if (part === undefined || !isJsonObject(body)) return input;
  return { ...input, body: { [part]: testFile, ...body } };
}

import { isJsonObject, type JsonObject } from '../testing/json.js';

/** Takes the files out of an upload's input, for JSON cannot hold them. */
export function withoutFiles(input: JsonObject, parts: readonly string[] = []): JsonObject {
  const body = input['body'];
  if (!isJsonObject(body)) return input;
  return { ...input, body: Object.fromEntries(Object.entries(body).filter(([part]) => !parts.includes(part))) };
}

/** Puts the files of `whole` into an upload's input. */
export function withFiles(input: JsonObject, whole: { readonly body?: object }, parts: readonly string[] = []): object {
  const body = input['body'];
  if (!isJsonObject(body)) return input;
  const files = Object.entries(whole.body ?? {}).filter(([part]) => parts.includes(part));
  return { ...input, body: { ...Object.fromEntries(files), ...body } };
}

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether the value has names: neither a list nor a scalar. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isJsonList(value);
}

/** Whether the value is a list; `Array.isArray` does not narrow readonly ones. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value of JSON text; `undefined` for text that is none. */
export function parseJson(text: string): Json | undefined {
  try {
    // JSON.parse gives nothing but JSON, which its type does not say.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The text of a value where only text travels: XML, queries, forms. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** {@link textOf} of each member; none for what is no object. */
export function textsOf(value: Json | undefined): Record<string, string> {
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, textOf(member)])) : {};
}

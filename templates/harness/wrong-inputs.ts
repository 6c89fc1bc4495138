import { changeAt } from '../testing/change-at.js';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../testing/json.js';

/** What the page says about the fields of an input. Paths are names joined with `.`; lists are not marked. */
export interface Rules {
  /** Paths that may be absent. */
  readonly optional?: readonly string[];
  /** Paths with listed values. */
  readonly enums?: readonly string[];
  /** Paths of fields that have further shapes; what is wrong inside of one may be right in another. */
  readonly alternatives?: readonly string[];
}

/** An input with one fault, and the words for it. */
export interface WrongInput {
  readonly fault: string;
  readonly input: JsonObject;
}

/** What is left of an input when everything is taken away that may be absent. */
export function requiredOnly(input: JsonObject, { optional = [] }: Rules): JsonObject {
  return optional.reduce((rest, path) => changeAt(rest, path, () => undefined), input);
}

/** Every way to get one field of a good input wrong: absent though required, of another type, outside of its listed values. */
export function wrongInputs(input: JsonObject, { optional = [], enums = [], alternatives = [] }: Rules): WrongInput[] {
  const judged = pathsOf(input).filter((path) => !alternatives.some((field) => path.startsWith(`${field}.`)));
  return judged.flatMap((path) => [
    ...(optional.includes(path) ? [] : [{ fault: `${path} is missing`, input: changeAt(input, path, () => undefined) }]),
    { fault: `${path} has another type`, input: changeAt(input, path, alternatives.includes(path) ? ofNoType : ofOtherType) },
    ...(enums.includes(path) ? [{ fault: `${path} is no listed value`, input: changeAt(input, path, notListed) }] : []),
  ]);
}

function pathsOf(value: Json, path = ''): string[] {
  if (isJsonList(value)) return [...new Set(value.flatMap((item) => pathsOf(item, path)))];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [at, ...pathsOf(member, at)];
  });
}

/** No type of the pages takes both. */
function ofOtherType(value: Json): Json {
  return typeof value === 'object' ? 'some text' : {};
}

/** What is wrong in one shape of a field may be right in another. */
function ofNoType(): Json {
  return null;
}

function notListed(value: Json): Json {
  if (isJsonList(value)) return value.map(notListed);
  return typeof value === 'number' ? -987_654 : 'no value of the page';
}

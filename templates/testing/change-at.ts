import { isJsonList, isJsonObject, type Json, type JsonObject } from './json.js';

/** Makes the value that takes the place of another, which is a member of `parent`; `undefined` takes the member away. */
export type Change = (value: Json, parent: JsonObject) => Json | undefined;

/**
 * A copy of `message` where `change` replaced what is at `path`. Nothing happens where a name of the path is absent.
 *
 * @param path names joined with `.`; lists on the way are walked
 */
export function changeAt(message: JsonObject, path: string, change: Change): JsonObject {
  return changeMember(message, path.split('.'), change);
}

function changeMember(parent: JsonObject, [name, ...rest]: readonly string[], change: Change): JsonObject {
  const member = name !== undefined && Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (name === undefined || member === undefined) return parent;
  const changed = rest.length === 0 ? change(member, parent) : changeInside(member, rest, change);
  if (changed !== undefined) return { ...parent, [name]: changed };
  const { [name]: _gone, ...others } = parent;
  return others;
}

function changeInside(value: Json, path: readonly string[], change: Change): Json {
  if (isJsonList(value)) return value.map((item) => changeInside(item, path, change));
  return isJsonObject(value) ? changeMember(value, path, change) : value;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../model/api.js';
import { isJsonObject, parseJson, type JsonObject } from '../../templates/testing/json.js';

/** Plain bodies of answers, and plain values of notifications, by the name of their file. */
export type Fixtures = ReadonlyMap<string, JsonObject>;

/**
 * Where the fixture of an operation is looked for: the template and the verb, `v3/refunds/{id}.get.json`. A template that ends in a
 * slash has `index` there.
 */
export function fixtureName({ template, method }: Operation): string {
  return `${template.replace(/\/$/, '/index')}.${method.toLowerCase()}.json`;
}

/**
 * Reads all fixtures of a folder.
 *
 * @throws {Error} if a file holds no JSON object
 */
export function readFixtures(folder: string): Fixtures {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFixture(join(folder, name))]));
}

function readFixture(file: string): JsonObject {
  const value = parseJson(readFileSync(file, 'utf8'));
  if (!isJsonObject(value)) throw new Error(`${file} is not a JSON object; write the plain body of the answer into it`);
  return value;
}

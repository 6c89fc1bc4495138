import { createHash, getHashes } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../../templates/testing/json.js';
import type { Part } from '../../templates/testing/multipart.js';
import type { Field } from '../model/api.js';
import { readDigest } from '../model/stated.js';
import type { FieldFault } from './check-fields.js';

interface GivenFiles {
  readonly files: readonly Part[];
  isKnown(digest: string): boolean;
}

/**
 * The first digest beside the files of an upload that is of none of them (runtime-requirements.md §9). Which rows are digests, and by
 * which algorithm, their descriptions say.
 *
 * @param given the files, and whether a digest is taken without them
 * @param pointer of the object that holds the fields
 */
export function checkDigests(values: JsonObject, fields: readonly Field[], given: GivenFiles, pointer = ''): FieldFault | undefined {
  for (const { name, description, content, place } of fields) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const algorithm = readDigest(description);
    const at = `${pointer}/${name}`;
    if (typeof value === 'string' && algorithm !== undefined && !given.isKnown(value) && !isDigestOf(value, algorithm, given.files))
      return { pointer: at, issue: `must be the ${algorithm} of the file`, place };
    const inside = isJsonObject(value) && content?.shape === 'object' ? checkDigests(value, content.fields, given, at) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** What this Node cannot compute is believed. */
function isDigestOf(digest: string, algorithm: string, files: readonly Part[]): boolean {
  if (files.length === 0 || !getHashes().includes(algorithm)) return true;
  return files.some(({ body }) => createHash(algorithm).update(body).digest('hex') === digest.toLowerCase());
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeRefusal } from '../output/output-error.js';
import { SettingsError } from './settings-error.js';

/**
 * Writes a file that the user has named, and makes the folders above it.
 *
 * @throws SettingsError if that cannot be done
 */
export function writeNamedFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new SettingsError(`${path} cannot be written: ${describeRefusal(error)}`, 'name another file');
  }
}

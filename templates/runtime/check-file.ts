import { isUploadFile } from './upload-file.js';
import { fail, type Issues } from './validation.js';

/** Wants the file part of an upload. */
export function requireFile(issues: Issues, pointer: string, value: unknown): Issues {
  return isUploadFile(value) ? issues : fail(issues, pointer, value, 'a file');
}

/** Takes the file part of an upload, or `undefined`. */
export function allowFile(issues: Issues, pointer: string, value: unknown): Issues {
  return value === undefined || isUploadFile(value) ? issues : fail(issues, pointer, value, 'a file');
}

import { statSync } from 'node:fs';

/** Whether there is a folder; a link to one counts. False for what cannot be looked at. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

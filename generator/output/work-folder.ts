import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Where a run prepares its output: a hidden folder beside the output folder, so that nothing but finished files ever stands in it;
 * inside of it where the folder above may not be written or is another device, since files move at once only within one device.
 */
export function workFolderOf(outputFolder: string): string {
  const folder = resolve(outputFolder);
  const above = dirname(folder);
  return isWritable(above) && deviceOf(above) === (deviceOf(folder) ?? deviceOf(above))
    ? join(above, `.${basename(folder)}.docwright`)
    : join(folder, '.docwright-work');
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function deviceOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.dev;
}

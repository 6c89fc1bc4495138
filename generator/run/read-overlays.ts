import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { SettingsError } from './settings-error.js';
import type { Settings } from './settings.js';

/** A file of overlays. */
export interface OverlayFile {
  /** Relative to the specs folder, as the files of pages are. */
  readonly file: string;
  readonly text: string;
}

/**
 * The overlay files of a specs folder, in code-unit order; none if there is no such folder.
 *
 * @throws SettingsError if one cannot be read
 */
export function readOverlays({ overlays, specs }: Pick<Settings, 'overlays' | 'specs'>): OverlayFile[] {
  const prefix = relative(specs, overlays).split(sep).join('/');
  return listOverlays(overlays).map((name) => ({ file: `${prefix}/${name}`, text: readText(join(overlays, name)) }));
}

function listOverlays(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
      .sort();
  } catch {
    return [];
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
  } catch (error) {
    throw new SettingsError(`the overlay ${path} cannot be read: ${String(error)}`, 'make it readable, or take it out of the folder');
  }
}

import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readRegularFile } from '../output/regular-file.js';
import { decodePage } from './page-tree.js';
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
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw unreadable(folder, String(error));
  }
}

/** Overlays are as untrusted as pages: no link is followed to what else is on the disk, and nothing is waited for. */
function readText(path: string): string {
  let content: Uint8Array | undefined;
  try {
    content = readRegularFile(path);
  } catch (error) {
    throw unreadable(path, String(error));
  }
  if (content === undefined) throw unreadable(path, 'it is no regular file, and links are not followed');
  const text = decodePage(content);
  if (text === undefined) throw unreadable(path, 'it is not UTF-8');
  return text;
}

function unreadable(path: string, reason: string): SettingsError {
  return new SettingsError(`the overlay ${path} cannot be read: ${reason}`, 'make it readable, or take it out of the folder');
}

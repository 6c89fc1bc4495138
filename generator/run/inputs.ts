import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashContent } from '../output/content-hash.js';
import type { Manifest } from '../output/manifest.js';
import { hashGenerator } from './generator-hash.js';
import { listPages, type PageFile } from './page-tree.js';
import type { Settings } from './settings.js';

/** Everything that the output depends on, as hashes. */
export interface Inputs {
  readonly pages: readonly PageFile[];
  readonly generator: string;
  /** Of overlays and of the settings that shape the output. */
  readonly settings: string;
}

/** @throws SettingsError if the specs folder holds no pages */
export function observeInputs(settings: Settings): Inputs {
  return {
    pages: listPages(settings.specs),
    generator: hashGenerator(),
    settings: hashContent(JSON.stringify([settings.package, hashOverlays(settings.overlays)])),
  };
}

/** True if the manifest was written from exactly these inputs. */
export function areInputsOf(manifest: Manifest, { pages, generator, settings }: Inputs): boolean {
  return (
    manifest.generator === generator &&
    manifest.settings === settings &&
    manifest.pages.size === pages.length &&
    pages.every(({ file, state }) => state.kind === 'readable' && manifest.pages.get(file)?.hash === state.hash)
  );
}

function hashOverlays(folder: string): [string, string][] {
  return overlayFiles(folder).map((file) => [file, hashContent(readFileSync(join(folder, file)))]);
}

/** Names of the overlay files of a folder, in code-unit order; none if there is no folder. */
export function overlayFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
      .sort();
  } catch {
    return [];
  }
}

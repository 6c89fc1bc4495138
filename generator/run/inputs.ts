import { hashContent } from '../output/content-hash.js';
import { hashGenerator } from './generator-hash.js';
import { listPages, type PageFile } from './page-tree.js';
import { readOverlays, type OverlayFile } from './read-overlays.js';
import type { Settings } from './settings.js';

/** Everything that the output depends on. */
export interface Inputs {
  readonly pages: readonly PageFile[];
  readonly overlays: readonly OverlayFile[];
  readonly generator: string;
  /** Of overlays and of the settings that shape the output. */
  readonly settings: string;
}

/** @throws SettingsError if the specs folder holds no pages */
export function observeInputs(settings: Settings): Inputs {
  const overlays = readOverlays(settings);
  return {
    pages: listPages(settings.specs),
    overlays,
    generator: hashGenerator(),
    settings: hashContent(JSON.stringify([settings.package, overlays])),
  };
}

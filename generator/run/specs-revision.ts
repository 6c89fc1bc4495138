import { join } from 'node:path';
import { folderInRepository, placeInRepository } from './git-tree.js';
import { readOverlays } from './read-overlays.js';
import { openRevision } from './revision-tree.js';
import type { Settings } from './settings.js';
import type { SpecsTree } from './specs-tree.js';

/**
 * The specs folder of the settings as a revision has it, with the overlays that the settings name.
 *
 * @param here any folder inside of the repository
 * @throws SettingsError if there is no such revision, or no pages in that folder of it
 */
export function openSpecsRevision(
  here: string,
  { specs, overlays }: Pick<Settings, 'specs' | 'overlays'>,
  { revision, mayBeAbsent = false }: { readonly revision: string; readonly mayBeAbsent?: boolean },
): SpecsTree {
  const name = { revision, folder: folderInRepository(here, specs), mayBeAbsent };
  if (overlays === join(specs, 'overlays')) return openRevision(here, name);
  const place = placeInRepository(here, overlays);
  if (place !== undefined) return openRevision(here, { ...name, overlays: place });
  // Outside of the repository they have no history: what they say now holds for all revisions.
  return { ...openRevision(here, name), overlays: readOverlays({ specs, overlays }) };
}

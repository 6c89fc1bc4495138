import { join } from 'node:path';
import { manifestName, walkManifest, type ManifestPart } from '../output/manifest.js';
import { observerOf } from '../output/observe-files.js';
import { readLines } from '../output/regular-file.js';
import type { Inputs } from './inputs.js';
import { hasFatalReport } from './sdk-files.js';

/**
 * True if an SDK was made from exactly these inputs, all of them understood, and each of its files is on disk as it was written. One file
 * after the other is looked at and forgotten, so that memory hardly grows with their number, and the first that differs ends it.
 *
 * @param output the SDK's folder; need not exist
 */
export function isFresh(output: string, { generator, settings, pages }: Inputs): boolean {
  const observe = observerOf(output);
  let seen = 0;
  for (const part of walkSdk(output)) {
    switch (part.kind) {
      case 'generator':
        if (part.hash !== generator) return false;
        break;
      case 'settings':
        if (part.hash !== settings) return false;
        break;
      case 'page': {
        // Both are in code-unit order.
        const page = pages[seen];
        if (page?.file !== part.path || page.state.kind !== 'readable' || page.state.hash !== part.entry.hash) return false;
        seen += 1;
        break;
      }
      case 'file': {
        const state = observe(part.path);
        if (state.kind !== 'file' || state.hash !== part.entry.hash) return false;
        break;
      }
      case 'end':
        return seen === pages.length && !hasFatalReport(output);
    }
  }
  return false;
}

/** Paths of the files of a fresh SDK, in code-unit order. */
export function* walkFreshFiles(output: string): Generator<string> {
  for (const part of walkSdk(output)) if (part.kind === 'file') yield part.path;
}

function walkSdk(output: string): Generator<ManifestPart> {
  return walkManifest(readLines(join(output, manifestName)));
}

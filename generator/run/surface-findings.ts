import type { Finding, Level } from '../drift/finding.js';
import type { RuleId } from '../drift/registry.js';
import type { Api } from '../model/api.js';
import type { SdkFiles } from '../report/report.js';
import type { SdkState } from './sdk-files.js';
import { operationsOf, surfaceFinding } from './surface-finding.js';

/** What only `check` can see (drift-rules.md §13): the files of the SDK against what docwright recorded and would write. */
export interface Surface {
  readonly files: SdkFiles;
  readonly sdk: SdkState;
  readonly api: Api;
  /** docwright itself is not the one that made the SDK. */
  readonly generatorChanged: boolean;
  /** True if the page is what it was when the SDK was made. */
  isSamePage(file: string): boolean;
  readonly levels?: ReadonlyMap<RuleId, Level>;
}

/**
 * One finding per file that was edited by hand, and one for all files that differ only because docwright does. They are no part of
 * the verdict on the API: no release follows from them.
 */
export function findSurfaceChanges({ files, sdk, api, generatorChanged, isSamePage, levels }: Surface): Finding[] {
  const edited = files.edited.map((path) => {
    const [operation = ''] = operationsOf(api, sdk.recorded.get(path)?.page);
    return surfaceFinding('surface-edited-by-hand', { operation, message: `\`${path}\` is not what docwright wrote` }, levels);
  });
  const changed = generatorChanged
    ? files.stale.filter((path) => {
        const entry = sdk.recorded.get(path);
        return entry !== undefined && (entry.page === undefined || isSamePage(entry.page));
      })
    : [];
  if (changed.length === 0) {
    return edited;
  }
  const message = `${changed.length} ${changed.length === 1 ? 'file' : 'files'} would differ although their pages do not`;
  return [...edited, surfaceFinding('surface-changed-without-docs', { operation: '', message }, levels)];
}

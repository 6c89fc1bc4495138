import type { Finding } from '../drift/finding.js';
import { fingerprintOf } from '../drift/fingerprint.js';
import { rules } from '../drift/registry.js';
import type { Api } from '../model/api.js';
import type { SdkFiles } from '../report/report.js';
import type { SdkState } from './sdk-files.js';

/** What only `check` can see (drift-rules.md §13): the files of the SDK against what docwright recorded and would write. */
export interface Surface {
  readonly files: SdkFiles;
  readonly sdk: SdkState;
  readonly api: Api;
  /** docwright itself is not the one that made the SDK. */
  readonly generatorChanged: boolean;
  /** True if the page is what it was when the SDK was made. */
  isSamePage(file: string): boolean;
}

/**
 * One finding per file that was edited by hand, and one for all files that differ only because docwright does. They are no part of
 * the verdict on the API: no release follows from them.
 */
export function findSurfaceChanges({ files, sdk, api, generatorChanged, isSamePage }: Surface): Finding[] {
  const edited = files.edited.map((path) =>
    surfaceFinding('surface-edited-by-hand', operationOf(api, sdk.recorded.get(path)?.page), `\`${path}\` is not what docwright wrote`, path),
  );
  const moved = generatorChanged
    ? files.stale.filter((path) => {
        const entry = sdk.recorded.get(path);
        return entry !== undefined && (entry.page === undefined || isSamePage(entry.page));
      })
    : [];
  const message = `${moved.length} files would differ although their pages do not`;
  return moved.length === 0 ? edited : [...edited, surfaceFinding('surface-changed-without-docs', '', message, '')];
}

function surfaceFinding(
  ruleId: 'surface-edited-by-hand' | 'surface-changed-without-docs',
  operation: string,
  message: string,
  path: string,
): Finding {
  const { class: ruleClass, level, semver, breaks, help } = rules[ruleId];
  const finding = { ruleId, class: ruleClass, level, semver, breaks, side: null, operation, field: null, message, help, covers: [] };
  // Of one operation several files may be edited.
  return { ...finding, fingerprint: fingerprintOf({ ...finding, from: path }) };
}

/** The first operation of the page that a file is made from; empty for files of no single page. */
function operationOf({ pages }: Api, file: string | undefined): string {
  const page = pages.find((candidate) => candidate.file === file);
  return page?.operations[0]?.id ?? page?.webhooks[0]?.id ?? '';
}

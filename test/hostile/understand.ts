import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import type { Api } from '../../generator/model/api.js';
import { applyOverlays } from '../../generator/model/apply-overlays.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { parseOverlays } from '../../generator/model/parse-overlays.js';
import { readPageText } from '../../generator/run/read-page-files.js';

/** What `generate` understands of files, pages and overlays, and says about them. */
export function understand(files: Readonly<Record<string, string>>): { readonly api: Api; readonly diagnostics: readonly Diagnostic[] } {
  const entries = Object.entries(files);
  const readings = entries.filter(([file]) => file.endsWith('.md')).map(([file, text]) => readPageText(file, text));
  const overlays = entries.filter(([file]) => !file.endsWith('.md')).map(([file, text]) => parseOverlays(text, file));
  const read = readings.flatMap(({ page }) => (page ?? []));
  const overlaid = applyOverlays(
    read,
    overlays.flatMap(({ entries: wishes }) => wishes),
  );
  const { api, diagnostics } = assembleApi(overlaid.pages);
  const said = [...readings, ...overlays, overlaid].flatMap((part) => part.diagnostics);
  return { api, diagnostics: [...said, ...diagnostics] };
}

import { createCollector, sortDiagnostics, type Collector } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api } from '../model/api.js';
import { apiRules } from './api-rules.js';

/**
 * What only all pages together can tell of their faults.
 *
 * @param files of all pages, also of those that are not in the model because they could not be understood
 * @returns sorted
 */
export function lintApi(api: Api, files: readonly string[]): Diagnostic[] {
  const collectors = new Map<string, Collector>();
  const collectorOf = (file: string): Collector => {
    const known = collectors.get(file) ?? createCollector(file);
    collectors.set(file, known);
    return known;
  };
  const subject = {
    api,
    files: new Set(files),
    report: (file: string, ...words: Parameters<Collector['report']>) => collectorOf(file).report(...words),
  };
  for (const rule of apiRules) rule(subject);
  return sortDiagnostics([...collectors.values()].flatMap(({ diagnostics }) => diagnostics));
}

import { catalogue, type Code } from '../diagnostics/catalogue.js';
import { createCollector, sortDiagnostics } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readInlineSuppressions } from './inline-suppressions.js';
import type { Suppressions } from './suppressions.js';

export interface Suppressed {
  /** What is left to say, with what is wrong about the suppressions themselves; sorted. */
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
  /** Entries of the file that more is written in than there is. */
  readonly unused: Suppressions;
}

/**
 * Takes out what comments in the pages and the suppressions file silence. Fatal diagnostics are never silenced. An entry of the file
 * silences as many diagnostics of a code in a page as it says, and none if there are more.
 *
 * @param texts of the pages, by file
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  { texts, suppressions }: { readonly texts: ReadonlyMap<string, string>; readonly suppressions: Suppressions },
): Suppressed {
  const inline = suppressInline(diagnostics, texts);
  const counts = new Map<string, number>();
  for (const diagnostic of inline.left) counts.set(keyOf(diagnostic), (counts.get(keyOf(diagnostic)) ?? 0) + 1);
  const isListed = (diagnostic: Diagnostic): boolean =>
    diagnostic.severity !== 'fatal' &&
    (suppressions.get(diagnostic.file)?.get(diagnostic.code) ?? 0) >= (counts.get(keyOf(diagnostic)) ?? 0);
  const unused = new Map(
    [...suppressions].flatMap(([file, codes]) => {
      const own = [...codes].filter(([code, count]) => count > (counts.get(keyOf({ file, code })) ?? 0));
      return texts.has(file) && own.length > 0 ? [[file, new Map(own)] as const] : [];
    }),
  );
  return {
    diagnostics: sortDiagnostics([...inline.left.filter((diagnostic) => !isListed(diagnostic)), ...inline.said]),
    suppressed: [...inline.silenced, ...inline.left.filter(isListed)],
    unused,
  };
}

function keyOf({ file, code }: { readonly file: string; readonly code: string }): string {
  return `${code} ${file}`;
}

function suppressInline(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): { readonly left: readonly Diagnostic[]; readonly silenced: readonly Diagnostic[]; readonly said: readonly Diagnostic[] } {
  const said: Diagnostic[] = [];
  const silenced = new Set<Diagnostic>();
  const byFile = groupByFile(diagnostics);
  for (const [file, text] of texts) {
    const collector = createCollector(file);
    for (const { codes, reason, place, firstLine, lastLine } of readInlineSuppressions(text)) {
      if (codes.length === 0 || reason === '') {
        collector.report(
          'doc-suppression-invalid',
          place,
          codes.length === 0 ? 'the comment names no code' : 'the comment gives no reason',
        );
        continue;
      }
      for (const code of codes) {
        if (!isCode(code)) {
          collector.report('doc-suppression-invalid', place, `there is no code \`${code}\``);
          continue;
        }
        const own = (byFile.get(file) ?? []).filter(
          (diagnostic) =>
            diagnostic.code === code &&
            diagnostic.severity !== 'fatal' &&
            diagnostic.place.line >= firstLine &&
            diagnostic.place.line <= lastLine,
        );
        if (own.length === 0) collector.report('doc-suppression-unused', place, `nothing is said of \`${code}\` there`);
        for (const diagnostic of own) silenced.add(diagnostic);
      }
    }
    said.push(...collector.diagnostics);
  }
  return { left: diagnostics.filter((diagnostic) => !silenced.has(diagnostic)), silenced: [...silenced], said };
}

function groupByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = byFile.get(diagnostic.file);
    if (known) known.push(diagnostic);
    else byFile.set(diagnostic.file, [diagnostic]);
  }
  return byFile;
}

function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}

import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import { summarise } from '../drift/verdict.js';
import { printJson } from './print-json.js';
import type { Report, Reporter } from './report.js';

/** Everything, for programs: never folded. The shapes are published as `diff`, `check` and `lint` schemas. */
export const reportJson: Reporter = (report) => printJson(documentOf(report));

function documentOf({ command, findings = [], verdict, diagnostics, notEvaluated = [], accepted = [], files }: Report): object {
  const said = diagnostics.map(flatten);
  switch (command) {
    case 'diff':
      return { version: 1, verdict, summary: summarise(findings), findings, diagnostics: said, notEvaluated, accepted };
    case 'check':
      return { version: 1, files, verdict, findings, diagnostics: said };
    case 'lint':
      return { version: 1, summary: countSeverities(diagnostics), diagnostics: said };
  }
}

function flatten({ code, severity, file, place, message, why, help, related }: Diagnostic): object {
  return {
    code,
    severity,
    file,
    line: place.line,
    column: place.column,
    endLine: place.line,
    endColumn: place.endColumn,
    message,
    why,
    help,
    related: related.map((other) => ({ file: other.file, line: other.place.line, column: other.place.column, message: other.message })),
  };
}

function countSeverities(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const count = (severity: Severity): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { fatal: count('fatal'), error: count('error'), warn: count('warn'), info: count('info') };
}

import type { Report, Reporter } from './report.js';
import { countDiagnostics, diagnosticsText } from './text/diagnostics-text.js';
import { filesText } from './text/files-text.js';
import { findingsText } from './text/findings-text.js';
import { printable } from './text/printable.js';
import { countFindings, describeVerdict } from './words.js';

/** For people at a terminal. The verdict comes last. */
export const reportText: Reporter = (report, view) => {
  const { findings = [], diagnostics, notEvaluated = [], files } = report;
  return [
    ...(files === undefined ? [] : [filesText(files)]),
    diagnosticsText(diagnostics, view),
    findingsText(findings, view),
    ...notEvaluated.map(({ operation, file }) => `not evaluated: ${printable(operation)} (${printable(file)})\n`),
    ...acceptanceNotes(report),
    summary(report),
  ].join('');
};

function acceptanceNotes({ accepted = [] }: Report): string[] {
  return accepted.flatMap(({ state, fingerprint, rule, reason, until }) => {
    const entry = `accepted finding ${fingerprint} (${rule}: ${reason})`;
    if (state === 'expired') return [`error  ${printable(entry)} expired on ${until ?? ''}: look at it again\n`];
    return state === 'unused' ? [`warn   ${printable(entry)} no longer occurs: remove the entry\n`] : [];
  });
}

function summary({ command, findings = [], verdict, diagnostics }: Report): string {
  // `check` has a summary of its own, which counts files.
  if (command === 'check') return '';
  const said = countDiagnostics(diagnostics);
  const parts = [
    ...(verdict === undefined ? [] : [`${countFindings(findings)}: ${describeVerdict(verdict)}`]),
    ...(said === '' ? [] : [said]),
  ];
  return parts.length === 0 ? 'nothing to report\n' : `${parts.join('; ')}\n`;
}

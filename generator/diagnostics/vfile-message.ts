import { VFileMessage } from 'vfile-message';
import type { Diagnostic } from './diagnostic.js';

/**
 * A diagnostic as unified's own reporters print it: source `docwright`, rule id the code, `fatal` as vfile understands it (true
 * for `fatal` and `error`, false for `warn`, undefined for `info`), the fix as its note.
 */
export function toVFileMessage({ code, severity, file, place, message, why, help }: Diagnostic): VFileMessage {
  const vfileMessage = new VFileMessage(message, {
    source: 'docwright',
    ruleId: code,
    place: { start: { line: place.line, column: place.column }, end: { line: place.line, column: place.endColumn } },
  });
  vfileMessage.file = file;
  vfileMessage.fatal = severity === 'info' ? undefined : severity !== 'warn';
  vfileMessage.note = `${why}\n${help}`;
  return vfileMessage;
}

import type { Severity } from '../diagnostics/diagnostic.js';
import type { Level } from '../drift/finding.js';
import type { Report } from './report.js';

/** One thing to be shown, whether a finding or a diagnostic: what formats that know only one kind of thing need of both. */
export interface Problem {
  readonly id: string;
  readonly level: Exclude<Level, 'off'>;
  /** `POST /v3/refunds · json.amount`, or empty. */
  readonly subject: string;
  readonly message: string;
  readonly help: string;
  /** In head; in base where head has no such place. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly isInBase: boolean;
  readonly fingerprint?: string;
}

/** Findings, then diagnostics, then what is wrong with the files of the SDK. */
export function problemsOf({ findings = [], diagnostics, files }: Report): Problem[] {
  return [
    ...findings.map((finding): Problem => {
      const spot = finding.head ?? finding.base ?? { file: '', line: 1, column: 1 };
      return {
        id: finding.ruleId,
        level: finding.level === 'off' ? 'info' : finding.level,
        subject: [finding.operation, finding.field].filter((part) => part !== null).join(' · '),
        message: finding.message,
        help: finding.help,
        file: spot.file,
        line: spot.line,
        column: spot.column,
        isInBase: finding.head === undefined,
        fingerprint: finding.fingerprint,
      };
    }),
    ...diagnostics.map(({ code, severity, file, place, message, help }): Problem => ({
      id: code,
      level: levelOf(severity),
      subject: '',
      message,
      help,
      file,
      line: place.line,
      column: place.column,
      isInBase: false,
    })),
    ...fileProblems(files),
  ];
}

function fileProblems(files: Report['files']): Problem[] {
  const problems = {
    stale: 'does not say what the pages say',
    missing: 'is missing',
    extra: 'is not made from any page',
    edited: 'was edited by hand',
  };
  return (['stale', 'missing', 'extra', 'edited'] as const).flatMap((kind) =>
    (files?.[kind] ?? []).map((file): Problem => ({
      id: `sdk-file-${kind}`,
      level: 'error',
      subject: file,
      message: `${file} ${problems[kind]}`,
      help: 'Run `docwright generate` and commit the result.',
      file: '',
      line: 1,
      column: 1,
      isInBase: false,
    })),
  );
}

function levelOf(severity: Severity): Problem['level'] {
  return severity === 'fatal' ? 'error' : severity;
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AcceptedFinding, Finding, NotEvaluated, Verdict } from '../drift/finding.js';

/** What a command has to say, whatever the format. */
export interface Report {
  readonly command: 'check' | 'diff' | 'lint';
  readonly diagnostics: readonly Diagnostic[];
  readonly findings?: readonly Finding[];
  readonly verdict?: Verdict;
  readonly notEvaluated?: readonly NotEvaluated[];
  readonly accepted?: readonly AcceptedFinding[];
  /** `check` only: paths of the SDK, relative to its folder. */
  readonly files?: SdkFiles;
}

export interface SdkFiles {
  readonly stale: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly edited: readonly string[];
}

/** What a format may know of the world. */
export interface View {
  readonly colour: boolean;
  /** Of the terminal, in columns. */
  readonly width: number;
  /** Of docwright, for formats that name their tool. */
  readonly version: string;
  /** Text of a page, for code frames. `undefined` where it cannot be had. */
  source(file: string, revision: 'base' | 'head'): string | undefined;
  /** Path of the specs folder from the root of the repository, `''` or with a slash at its end: annotations need whole paths. */
  readonly prefix: string;
  /** Address of a line of a page, where pages can be seen on the web. */
  readonly link?: (file: string, line: number, revision: 'base' | 'head') => string | undefined;
}

/** One format: the whole text it prints or writes. */
export type Reporter = (report: Report, view: View) => string;

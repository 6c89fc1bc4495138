import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api, Operation, Webhook } from '../model/api.js';

/** What a site is made of. */
export interface SiteInput {
  readonly api: Api;
  /** Of all pages. */
  readonly diagnostics: readonly Diagnostic[];
  /** What changed lately; absent where nobody asked. */
  readonly drift?: SiteDrift;
  /** Of docwright. */
  readonly version: string;
  /** Text of a page; `undefined` where it cannot be had. */
  source(file: string): string | undefined;
  /** How users of the SDK call an operation, or receive a notification. */
  code(entry: Operation | Webhook): string;
}

/** The difference between an earlier revision of the pages and these. */
export interface SiteDrift {
  /** How the earlier revision is called. */
  readonly since: string;
  readonly findings: readonly SiteFinding[];
}

/** What a site tells of a drift finding. */
export interface SiteFinding {
  readonly ruleId: string;
  readonly level: 'error' | 'warn' | 'info' | 'off';
  readonly operation: string;
  readonly message: string;
  readonly help: string;
  /** Absent where the place is gone. */
  readonly head?: { readonly file: string; readonly line: number };
}

export interface SiteFile {
  /** Relative to the folder of the site, `/` between segments. */
  readonly path: string;
  readonly text: string;
}

export const homePath = 'index.html';
export const healthPath = 'health.html';
export const changesPath = 'changes.html';
export const stylesheetPath = 'assets/site.css';
export const scriptPath = 'assets/site.js';
export const searchIndexPath = 'assets/search-index.js';

import type { Code } from '../diagnostics/catalogue.js';
import type { ReportOptions } from '../diagnostics/collector.js';
import type { Place } from '../diagnostics/place.js';
import type { Api } from '../model/api.js';

/** What a rule about pages together looks at. */
export interface ApiSubject {
  readonly api: Api;
  /** Every page there is, also those that could not be understood. */
  readonly files: ReadonlySet<string>;
  report(file: string, code: Code, place: Place, message: string, options?: ReportOptions): void;
}

/** Reports what it finds; takes time linear in the size of the pages. */
export type ApiRule = (subject: ApiSubject) => void;

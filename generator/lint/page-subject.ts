import type { ReportOptions } from '../diagnostics/collector.js';
import type { Code } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/place.js';
import type { ApiPage } from '../model/api.js';
import type { Page } from '../page/page.js';

/** What a rule about one page looks at. */
export interface PageSubject {
  readonly file: string;
  /** The text of the page; line N is `lines[N - 1]`. */
  readonly lines: readonly string[];
  readonly page: Page;
  readonly model: ApiPage;
  report(code: Code, place: Place, message: string, options?: ReportOptions): void;
}

/** Reports what it finds; takes time linear in the size of the page. */
export type PageRule = (subject: PageSubject) => void;

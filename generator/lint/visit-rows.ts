import type { Page, Row } from '../page/page.js';

/** Calls `visit` for each field row of a page, in page order. */
export function visitRows(page: Page, visit: (row: Row) => void): void {
  const visitAll = (rows: readonly Row[]): void => {
    for (const row of rows) {
      visit(row);
      visitAll(row.children);
      visitAll(row.decoded?.rows ?? []);
      visitAll(row.alternatives);
    }
  };
  for (const { request, response } of page.sections) {
    visitAll(request?.rows ?? []);
    visitAll(response?.rows ?? []);
  }
}

import type { Draft } from '../draft.js';
import { compressionRow, hashTypeRow } from '../protocol-names.js';
import { changeAt, type TableComparison } from '../table-comparison.js';
import { compareValues, isReplaced, valueDraft, valueWords } from './values.js';

/** How a downloaded file is checked and compressed (drift-rules.md §11). */
export function* detectDownloads(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    const change = compareValues(pair.base.field, pair.head.field);
    if (change === undefined) continue;
    const covers = valueWords(change).map((word) => changeAt(table, pair.head, word));
    if (table.side === 'response' && pair.head.field.name === hashTypeRow && isReplaced(change)) {
      table.claims.takeAspect(pair, 'values');
      yield {
        ...valueDraft(table, pair, {
          ruleId: 'download-hash-changed',
          change,
          message: `the file is checked by ${change.added.join()} now, not by ${change.removed.join()}`,
        }),
        covers,
      };
    }
    if (table.side === 'request' && pair.head.field.name === compressionRow && change.base !== undefined && change.head !== undefined) {
      table.claims.takeAspect(pair, 'values');
      yield {
        ...valueDraft(table, pair, {
          ruleId: 'download-compression-changed',
          change,
          message: `the file may be compressed by ${change.head.join(', ')} now, not by ${change.base.join(', ')}`,
        }),
        covers,
      };
    }
  }
}

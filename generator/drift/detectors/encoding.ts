import type { Field } from '../../model/api.js';
import type { Draft } from '../draft.js';
import type { RowPair } from '../pair-rows.js';
import type { RuleId } from '../registry.js';
import { baseSpot, changeAt, headSpot, tableSide, type TableComparison } from '../table-comparison.js';

/** Marks of encoding and of signing on rows that stayed (drift-rules.md §9). */
export function* detectEncodingChanges(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    const encoding = markChange(pair, markedEncoding);
    if (encoding !== undefined && !table.claims.hasAspect(pair, 'encoding')) {
      yield {
        ...describeMark(table, pair, encoding, { ruleId: `${table.side}-encoding-${encoding.kind}`, verb: 'encoded' }),
        covers:
          encoding.kind === 'changed'
            ? (['encoding-removed', 'encoding-added'] as const).map((word) => changeAt(table, pair.head, word))
            : [],
      };
    }
    const signature = markChange(pair, ({ signature: mark }) => mark?.value);
    if (signature !== undefined && table.side === 'request' && !table.claims.hasAspect(pair, 'signature')) {
      yield describeMark(table, pair, signature, { ruleId: `request-signature-${signature.kind}`, verb: 'signed' });
    }
  }
}

/** Decoded rows below a plain string mean the same as a mark, yet the page does not say so: nothing was added or removed. */
function markedEncoding({ encoding }: Field): string | undefined {
  return encoding?.implied === true ? undefined : encoding?.value;
}

interface MarkChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly base: string | undefined;
  readonly head: string | undefined;
}

function markChange(pair: RowPair, markOf: (field: Field) => string | undefined): MarkChange | undefined {
  const base = markOf(pair.base.field);
  const head = markOf(pair.head.field);
  if (base === head) return undefined;
  return { kind: base === undefined ? 'added' : head === undefined ? 'removed' : 'changed', base, head };
}

function describeMark(
  table: TableComparison,
  pair: RowPair,
  { kind, base, head }: MarkChange,
  { ruleId, verb }: { readonly ruleId: RuleId; readonly verb: string },
): Draft {
  const name = `\`${pair.head.path}\``;
  const messages = {
    added: `${name} is ${verb} now (${head ?? ''})`,
    removed: `${name} is no longer ${verb}`,
    changed: `${name} was ${verb} ${base ?? ''} and is ${verb} ${head ?? ''} now`,
  };
  return {
    ruleId,
    side: tableSide(table.side),
    field: pair.head.path,
    message: messages[kind],
    base: baseSpot(table, pair.base, base ?? null),
    head: headSpot(table, pair.head, head ?? null),
  };
}

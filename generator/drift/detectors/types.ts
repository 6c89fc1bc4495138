import type { Field, TypeWord } from '../../model/api.js';
import type { Draft } from '../draft.js';
import type { RowPair } from '../pair-rows.js';
import type { RuleId } from '../registry.js';
import { typeName } from '../row.js';
import type { Side } from '../rule.js';
import { baseSpot, headSpot, tableSide, type TableComparison } from '../table-comparison.js';

/** Types of rows that stayed (drift-rules.md §4). */
export function* detectTypeChanges(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    if (table.claims.hasAspect(pair, 'type')) continue;
    const ruleId = typeRule(table.side, pair.base.field, pair.head.field);
    if (ruleId === undefined) continue;
    const { base, head } = pair;
    yield {
      ruleId,
      side: tableSide(table.side),
      field: head.path,
      message: `the type of \`${head.path}\` was ${typeName(base.field)} and is ${typeName(head.field)} now`,
      ...(ruleId.endsWith('type-changed') && isTextOnBothSides(pair) && { breaks: 'source' as const }),
      base: baseSpot(table, base, typeName(base.field)),
      head: headSpot(table, head, typeName(head.field)),
    };
  }
}

function typeRule(side: Side, base: Field, head: Field): RuleId | undefined {
  if (base.list !== head.list) {
    if (compareTypes(base.type, head.type) !== 'equal') return `${side}-type-changed`;
    return head.list ? `${side}-array-wrapped` : `${side}-array-unwrapped`;
  }
  const relation = compareTypes(base.type, head.type);
  if (relation === 'equal') return undefined;
  return base.list ? `${side}-element-type-${relation}` : `${side}-type-${relation}`;
}

/** Every value of `integer` is one of `number`, every `true` a `boolean`; `float` is another word for `number`. */
function compareTypes(base: TypeWord, head: TypeWord): 'equal' | 'narrowed' | 'widened' | 'changed' {
  if (base === head || (isNumber(base) && isNumber(head))) return 'equal';
  if (isWithin(head, base)) return 'narrowed';
  return isWithin(base, head) ? 'widened' : 'changed';
}

function isWithin(inner: TypeWord, outer: TypeWord): boolean {
  return (inner === 'integer' && isNumber(outer)) || (inner === 'true' && outer === 'boolean');
}

function isNumber(type: TypeWord): boolean {
  return type === 'number' || type === 'float';
}

/** A number and its digits look the same there, so that only code that compiles against the type can tell. */
function isTextOnBothSides({ base, head }: RowPair): boolean {
  const isScalar = ({ type, list }: Field): boolean => type !== 'object' && !list;
  return base.wire === 'text' && head.wire === 'text' && isScalar(base.field) && isScalar(head.field);
}

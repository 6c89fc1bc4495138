import type { Change, ChangeWord } from '../../generator/drift/finding.js';
import type { Field, Operation, Webhook } from '../../generator/model/api.js';

/**
 * A second, simple-minded comparison: rows by their path, one word per difference, nothing of renames, moves or groups. What the
 * findings of the real one stand for has to be the same.
 */
export interface NaiveDiff {
  /** By `keyOf`. */
  readonly expected: ReadonlySet<string>;
  /** Rows below a row that was itself added or removed; saying so is optional. */
  readonly implied: ReadonlySet<string>;
}

export function keyOf({ operation, side, field, change }: Change): string {
  return `${operation} | ${side ?? ''} | ${field ?? ''} | ${change}`;
}

export function diffNaively(base: Operation | Webhook, head: Operation | Webhook): NaiveDiff {
  const expected = new Set<string>();
  const implied = new Set<string>();
  for (const side of ['request', 'response'] as const) {
    const before = readTable(base, side);
    const after = readTable(head, side);
    const say = (field: string, change: ChangeWord, set = expected): void =>
      void set.add(keyOf({ operation: head.id, side, field, change }));
    for (const [key, row] of before) {
      const partner = after.get(key);
      if (partner === undefined) {
        say(row.path, 'field-removed', before.has(row.parent) && !after.has(row.parent) ? implied : expected);
        continue;
      }
      const change = (word: ChangeWord): void => say(partner.path, word);
      const [old, young] = [row.field, partner.field];
      if (typeOf(old) !== typeOf(young)) change('type-changed');
      if (!old.required && young.required) change('became-required');
      if (old.required && !young.required) change('became-optional');
      for (const word of valueChanges(old, young)) change(word);
      if (old.encryption?.kind !== young.encryption?.kind || old.encryption?.key !== young.encryption?.key) {
        change(!old.encryption ? 'encryption-added' : !young.encryption ? 'encryption-removed' : 'encryption-key-changed');
      }
      if (encodingOf(old) !== encodingOf(young)) {
        if (encodingOf(young) !== undefined) change('encoding-added');
        if (encodingOf(old) !== undefined) change('encoding-removed');
      }
    }
    for (const [key, row] of after) {
      if (before.has(key)) continue;
      const word = row.field.required ? 'field-added-required' : 'field-added-optional';
      say(row.path, word, after.has(row.parent) && !before.has(row.parent) ? implied : expected);
    }
  }
  return { expected, implied };
}

interface NaiveRow {
  readonly field: Field;
  readonly path: string;
  /** Key of the row above. */
  readonly parent: string;
}

function readTable(contract: Operation | Webhook, side: 'request' | 'response'): Map<string, NaiveRow> {
  const rows = new Map<string, NaiveRow>();
  const visit = (field: Field, parent: string, parentKey: string): void => {
    const path = `${parent === '' ? '' : `${parent}.`}${field.name}${field.list && field.type === 'object' ? '[]' : ''}`;
    const key = path.replaceAll('[]', '');
    if (!rows.has(key)) rows.set(key, { field, path, parent: parentKey });
    for (const child of [...field.fields, ...(field.content?.fields ?? [])]) visit(child, path, key);
    for (const shape of field.alternatives ?? []) visit(shape, parent, parentKey);
  };
  for (const field of rootsOf(contract, side)) if (field.synthetic !== true) visit(field, '', '');
  return rows;
}

function rootsOf(contract: Operation | Webhook, side: 'request' | 'response'): readonly Field[] {
  if (contract.kind === 'webhook') return side === 'request' ? contract.request : contract.reply;
  if (side === 'request') return contract.request.map(({ field }) => field);
  return 'fields' in contract.answer ? contract.answer.fields : [];
}

function typeOf({ type, list }: Field): string {
  return `${type === 'float' ? 'number' : type}${list ? '[]' : ''}`;
}

function encodingOf({ encoding }: Field): string | undefined {
  return encoding?.implied === true ? undefined : encoding?.value;
}

function valueChanges(base: Field, head: Field): ChangeWord[] {
  const before = base.values?.items.map(({ value }) => value);
  const after = head.values?.items.map(({ value }) => value);
  if (before === undefined && after === undefined) {
    return base.constant !== undefined && head.constant !== undefined && base.constant.value !== head.constant.value
      ? ['enum-value-added', 'enum-value-removed']
      : [];
  }
  if (before === undefined) return ['enum-introduced'];
  if (after === undefined) return ['enum-dropped'];
  return [
    ...(after.some((value) => !before.includes(value)) ? ['enum-value-added' as const] : []),
    ...(before.some((value) => !after.includes(value)) ? ['enum-value-removed' as const] : []),
  ];
}

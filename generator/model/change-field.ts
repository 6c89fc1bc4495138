import type { Field, Protocol } from './api.js';
import { keyOwner, type Side } from './key-owner.js';
import { listedValues } from './listed-values.js';
import type { FieldChange, OverlayEntry } from './overlay.js';

/** Where a field stands, for what follows from the direction of its message. */
export interface FieldSetting {
  readonly side: Side;
  readonly protocol: Protocol;
}

/** The entry that asks for a change, and where the field stands. */
export interface Correction {
  readonly entry: OverlayEntry;
  readonly setting: FieldSetting;
}

/** A field with the changes of an overlay entry; places are those of the page where it has one. */
export function changeField(field: Field, change: FieldChange, { entry, setting }: Correction): Field {
  const { values: _values, encryption: _encryption, ...unlisted } = field;
  return {
    ...unlisted,
    required: change.required ?? field.required,
    ...change.type,
    description: change.description ?? field.description,
    ...valuesOf(field, change),
    ...encryptionOf(field, change, setting),
    overlay: { file: entry.file, line: entry.place.line },
  };
}

/** The items that the page lists too keep their places. */
function valuesOf({ values, place, type }: Field, change: FieldChange): Pick<Field, 'values'> {
  if (!change.values && !change.type) return values ? { values } : {};
  const texts = change.values ?? values?.items.map(({ value }) => value) ?? [];
  if (texts.length === 0) return {};
  const known = new Map(values?.items.map((item) => [item.value, item]));
  const list = { place: values?.place ?? place, values: texts.map((value) => known.get(value) ?? { value, place }) };
  return { values: listedValues({ form: texts.length === 1 ? 'single' : 'one-of', ...list }, change.type?.type ?? type) };
}

function encryptionOf({ encryption, place }: Field, change: FieldChange, setting: FieldSetting): Pick<Field, 'encryption'> {
  if (change.encryption === false) return {};
  if (!change.encryption) return encryption ? { encryption } : {};
  const { kind, key } = change.encryption;
  return {
    encryption: {
      kind,
      key: key ?? keyOwner(kind, { tooltip: encryption?.tooltip, ...setting }),
      place: encryption?.place ?? place,
    },
  };
}

/** A field that no row describes. */
export function createField(name: string, change: FieldChange, place: Field['place'], correction: Correction): Field {
  const bare: Field = { name, place, required: false, type: 'string', list: false, typePlace: place, description: '', fields: [] };
  return changeField(bare, change, correction);
}

/** Whether the field is already as the entry wants it: the page has caught up. */
export function isAlready(field: Field, change: FieldChange): boolean {
  const { required, type, values, encryption, description } = change;
  return (
    (required === undefined || required === field.required) &&
    (!type || (type.type === field.type && type.list === field.list)) &&
    (!values || sameTexts(values, field.values?.items.map(({ value }) => value) ?? [])) &&
    (encryption === undefined || isEncryptedLike(field, encryption)) &&
    (description === undefined || description === field.description)
  );
}

function isEncryptedLike(field: Field, wanted: Exclude<FieldChange['encryption'], undefined>): boolean {
  if (!wanted) return !field.encryption;
  return field.encryption?.kind === wanted.kind && (wanted.key === undefined || wanted.key === field.encryption.key);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

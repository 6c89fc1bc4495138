import type { ValueList } from '../page/page.js';
import type { TypeWord, Values } from './api.js';

/**
 * A list of values as the model holds it (dialect.md §13.1). `textual` is set where the type is a number and a value is not:
 * neither a number as JSON writes it nor a class of HTTP statuses such as `20X`.
 */
export function listedValues(list: ValueList, type: TypeWord): Values {
  const numeric = type === 'integer' || type === 'number' || type === 'float';
  const textual = numeric && !list.values.every(({ value }) => isNumberText(value) || isStatusClass(value));
  return { form: list.form, items: list.values, place: list.place, ...(textual && { textual: true }) };
}

/** Whether the text is a number in JSON's notation, so that it can be written as one. */
export function isNumberText(text: string): boolean {
  return /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/.test(text);
}

/** `20X`, `4XX`: classes of HTTP statuses in the reply to a notification. */
export function isStatusClass(text: string): boolean {
  return /^[1-5](?:[0-9]X|XX)$/.test(text);
}

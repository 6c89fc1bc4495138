import type { ValueList } from '../page/page.js';
import type { TypeWord, Values } from './api.js';

/**
 * A list of values as the model holds it (dialect.md §13.1). `textual` is set where a value is not of the type: classes of HTTP
 * statuses such as `20X` count as numbers.
 */
export function listedValues(list: ValueList, type: TypeWord): Values {
  const textual = !list.values.every(({ value }) => isOfType(value, type));
  return { form: list.form, items: list.values, place: list.place, ...(textual && { textual: true }) };
}

/** Whether a text of a page is a value that the type has. */
export function isValueOf(text: string, type: TypeWord): boolean {
  return isOfType(text, type) && (type === 'string' || !isStatusClass(text));
}

/** Whether it can be one, or stand for some. */
function isOfType(text: string, type: TypeWord): boolean {
  switch (type) {
    case 'integer':
      return /^-?(?:0|[1-9][0-9]{0,14})$/.test(text) || isStatusClass(text);
    case 'number':
    case 'float':
      return isNumberText(text) || isStatusClass(text);
    case 'boolean':
    case 'true':
      return text === 'true' || text === 'false';
    case 'string':
    case 'object':
      return true;
  }
}

/** Whether the text is a number in JSON's notation, so that it can be written as one. */
export function isNumberText(text: string): boolean {
  return /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/.test(text);
}

/** `20X`, `4XX`: classes of HTTP statuses in the reply to a notification. */
export function isStatusClass(text: string): boolean {
  return /^[1-5](?:[0-9]X|XX)$/.test(text);
}

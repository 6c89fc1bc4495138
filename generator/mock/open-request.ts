import type { JsonObject } from '../../templates/testing/json.js';
import type { Keys } from '../../templates/testing/keys.js';
import { openLayers } from '../../templates/testing/open-layers.js';
import type { Field, Operation } from '../model/api.js';
import { requestLayers, type WireLayer } from '../model/wire-layers.js';
import type { RequestFault } from './check-request.js';

/** The groups of a request below their layers, as far as these can be undone, and the first that cannot. */
export interface OpenedGroups {
  readonly value: JsonObject;
  readonly fault?: RequestFault;
}

export function openRequest(groups: JsonObject, { request: table, place }: Operation, keys: Keys): OpenedGroups {
  let value = groups;
  for (const layer of requestLayers(table)) {
    const opened = openLayers(value, [layer], keys);
    if (opened.faults.length > 0) return { value, fault: faultOf(layer, table, place) };
    value = opened.value;
  }
  return { value };
}

function faultOf({ at, by, key }: WireLayer, table: Operation['request'], heading: Operation['place']): RequestFault {
  const [group = '', ...names] = at.split('.');
  const rows = table.find(({ field }) => field.name === group)?.field.fields ?? [];
  return {
    pointer: `/${names.join('/')}`,
    issue: `is not ${by}${key === undefined ? '' : ` for the ${key} key`}`,
    location: group === 'query' ? 'query' : 'body',
    place: rowAt(rows, names)?.place ?? heading,
  };
}

/** A list in the place of the only field of a content hides that field's name (dialect.md §11). */
function rowAt(rows: readonly Field[], [name, ...rest]: readonly string[]): Field | undefined {
  const row = rows.find((field) => field.name === name);
  return row === undefined || rest.length === 0 ? row : rowAt(rowsInside(row), rest);
}

function rowsInside({ fields, content }: Field): readonly Field[] {
  const [label] = content?.fields ?? [];
  if (content === undefined || label === undefined) return fields;
  return content.shape === 'object' ? content.fields : rowsInside(label);
}

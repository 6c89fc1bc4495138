import type { Collector } from '../diagnostics/collector.js';
import type { Place } from '../diagnostics/place.js';
import type { Row } from '../page/page.js';
import type { RequestGroup } from './api.js';

/**
 * Parameters that the URL needs and no row at depth 0 describes: required strings, in order of the URL. Rows of another name, or
 * inside of a group, stay where they are on the page (dialect.md §22); they are reported beside the parameter.
 *
 * @param groups what the rows at depth 0 became
 * @param place where a page without such a row is reported: the header of the request table
 */
export function missingPathParameters(
  pathParameters: readonly string[],
  {
    groups,
    rows,
    place,
    collector,
  }: { readonly groups: readonly RequestGroup[]; readonly rows: readonly Row[]; readonly place: Place; readonly collector: Collector },
): RequestGroup[] {
  const missing = pathParameters.filter((name) => !groups.some(({ role, field }) => role === 'path' && field.name === name));
  return missing.map((name) => {
    const misplaced = rows.flatMap((group) => group.children.filter((row) => row.name === name).map((row) => ({ group, row })))[0];
    if (misplaced) {
      const { group, row } = misplaced;
      collector.report('doc-path-param-undocumented', row.place, `the URL has \`{${name}}\`, but its row stands inside \`${group.name}\``, {
        help: `move the row to depth 0, or add \`| ${name} {data-required} | string | …\` beside the groups`,
      });
    } else {
      collector.report('doc-path-param-undocumented', place, `the URL has \`{${name}}\`, but no row describes it`, {
        help: `add \`| ${name} {data-required} | string | …\` at depth 0`,
      });
    }
    return { role: 'path', field: syntheticField(name, misplaced?.row.place ?? place) };
  });
}

function syntheticField(name: string, place: Place): RequestGroup['field'] {
  return { name, place, required: true, type: 'string', list: false, typePlace: place, description: '', fields: [], synthetic: true };
}

/** Reports the rows at depth 0 that are neither a group nor a parameter of the URL. */
export function reportStrayRows(groups: readonly RequestGroup[], missing: readonly RequestGroup[], collector: Collector): void {
  for (const { role, field } of groups) {
    if (role !== 'stray') continue;
    if (missing.length > 0) {
      const wanted = missing.map((group) => `\`{${group.field.name}}\``).join(', ');
      collector.report('doc-path-param-unused', field.place, `the URL has no \`{${field.name}}\``, {
        help: `rename the row to what the URL needs (${wanted}), or indent it below its group`,
      });
    } else {
      collector.report('doc-group-unknown', field.place, `\`${field.name}\` at depth 0 is neither a group nor a parameter of the URL`);
    }
  }
}

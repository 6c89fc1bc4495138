import { examplePage } from '../../generator/diagnostics/example-page.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import type { Row } from '../../generator/page/index.js';
import { read } from './tester.js';

/** The line of the page that the first of the rows stands on. */
export const firstRowLine = 12;

/** Reads rows as the request table of an otherwise sound page. */
export function readRows(...rows: readonly string[]): { readonly rows: readonly Row[]; readonly diagnostics: readonly Diagnostic[] } {
  const { page, diagnostics } = read(examplePage({ request: rows }));
  return { rows: page?.sections[0]?.request?.rows ?? [], diagnostics };
}

/** Rows as an outline, one depth after the other; `>` marks what is inside a string, `>>` a label of it, `|` a further shape. */
export function outline(rows: readonly Row[], depth = 0, mark = ''): string[] {
  return rows.flatMap(({ name, children, decoded, alternatives }) => [
    `${'  '.repeat(depth)}${mark}${name}`,
    ...outline(children, depth + 1),
    ...outline(decoded?.rows ?? [], depth + 1, decoded?.label ? '>>' : '>'),
    ...outline(alternatives, depth, '|'),
  ]);
}

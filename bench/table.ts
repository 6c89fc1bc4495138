/** What a subject has found. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Below the table: what could not be measured, and why. */
  readonly notes?: readonly string[];
}

/** The table in markdown. */
export function printTable({ title, head, rows, notes = [] }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = line(head.map((_, index) => (index === 0 ? '---' : '---:')));
  return [`### ${title}`, '', line(head), rule, ...rows.map(line), '', ...notes.flatMap((note) => [note, ''])].join('\n');
}

const begin = '<!-- bench:begin -->';
const end = '<!-- bench:end -->';

/**
 * Puts the tables between the markers of a document.
 *
 * @throws Error if the document has no markers
 */
export function replaceTables(document: string, tables: string): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error(`the document has no ${begin} … ${end}`);
  return `${document.slice(0, from + begin.length)}\n\n${tables.trim()}\n\n${document.slice(to)}`;
}

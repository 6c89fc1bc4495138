/** Picks a number from 0 to `count - 1`. */
export type Choose = (count: number) => number;

/** Another order of rows that are siblings, each with all that is below it. Siblings among which there is a separator stay. */
export function shuffleRows(page: string, choose: Choose): string {
  return editTables(page, (rows) => shuffleSiblings(rows, 0, choose));
}

/** One more blank line where there is one already, outside of code. */
export function addBlankLines(page: string, choose: Choose): string {
  return editProse(page, (line) => (line === '' ? '\n'.repeat(choose(3)) : line));
}

export function closeRows(page: string, choose: Choose): string {
  return editProse(page, (line) => (line.startsWith('|') && choose(2) === 1 ? `${line} |` : line));
}

export function padPipes(page: string, choose: Choose): string {
  return editProse(page, (line) =>
    line.startsWith('|')
      ? line.replace(/ *(?<!\\)\| */g, (_, offset: number) => `${offset === 0 ? '' : blanks(choose)}|${blanks(choose)}`)
      : line,
  );
}

/** Other quotes, indents and alignments in programs. */
export function restyleSamples(page: string, choose: Choose): string {
  return page.replace(/^```php.*\n[^]*?^```/gm, (block) =>
    block
      .replace(/ +=> +/g, () => `${' '.repeat(choose(4))}=>${' '.repeat(choose(2))}`)
      .replace(/^ +(?=')/gm, (indent) => (choose(2) === 0 ? indent : `${indent}  `))
      .replace(/'([\w-]+)'/g, (quoted, text: string) => (choose(2) === 0 ? quoted : `"${text}"`)),
  );
}

function blanks(choose: Choose): string {
  return ' '.repeat(1 + choose(3));
}

/** @param edit is given each line that is neither part of the front matter nor of code */
function editProse(page: string, edit: (line: string) => string): string {
  let fence: string | undefined;
  return page
    .split('\n')
    .map((line, index) => {
      const mark = line === '---' && (index === 0 || fence === '---') ? '---' : /^```/.exec(line)?.[0];
      if (mark !== undefined && (fence === undefined || fence === mark)) {
        fence = fence === undefined ? mark : undefined;
        return line;
      }
      return fence === undefined ? edit(line) : line;
    })
    .join('\n');
}

/** @param edit is given the rows of each table, without the two of its head */
function editTables(page: string, edit: (rows: readonly string[]) => readonly string[]): string {
  return page.replace(/^(\| .*\n\| ---.*\n)((?:\|.*\n)+)/gm, (_, head: string, body: string) => {
    return `${head}${edit(body.trimEnd().split('\n')).join('\n')}\n`;
  });
}

function shuffleSiblings(rows: readonly string[], depth: number, choose: Choose): string[] {
  const subtrees: string[][] = [];
  rows.forEach((row, index) => {
    // A separator stands above the first row that it opens.
    const open = subtrees.at(-1);
    if (open === undefined || depthOf(isSeparator(row) ? (rows[index + 1] ?? row) : row) <= depth) subtrees.push([row]);
    else open.push(row);
  });
  const edited = subtrees.map(([top = '', ...below]) => [top, ...shuffleSiblings(below, depth + 1, choose)]);
  return (subtrees.some(([top = '']) => isSeparator(top)) ? edited : shuffle(edited, choose)).flat();
}

function isSeparator(row: string): boolean {
  return row.includes('colspan');
}

function depthOf(row: string): number {
  return Number(/data-indent=(\d+)/.exec(row)?.[1] ?? 0);
}

function shuffle<T>(items: readonly T[], choose: Choose): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(choose(rest.length), 1));
}

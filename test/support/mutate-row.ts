/** One edit of one table row, as a maintainer of pages makes it. `undefined` where the row cannot be edited like that. */
export type RowMutation = (row: string) => string | undefined;

/** Edits some rows of a page; what cannot be edited like that stays. */
export function mutateRows(page: string, mutation: RowMutation, picks: readonly number[]): string {
  const lines = page.split('\n');
  const candidates = lines.flatMap((line, index) => {
    const edited = mutation(line);
    return edited === undefined ? [] : [{ index, edited }];
  });
  for (const pick of picks) {
    const candidate = candidates[pick % candidates.length];
    if (candidate !== undefined) lines[candidate.index] = candidate.edited;
  }
  return lines.join('\n');
}

const cellsOf = (row: string): string[] | undefined => {
  const cells = row
    .slice(1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  return row.startsWith('| ') && cells.length === 3 && !/colspan|^\| --|\{\.type\}/.test(row) ? cells : undefined;
};

const rewrite =
  (
    edit: (cells: { name: string; type: string; text: string }) => { name?: string; type?: string; text?: string } | undefined,
  ): RowMutation =>
  (row) => {
    const [name = '', type = '', text = ''] = cellsOf(row) ?? [];
    if (name === '') return undefined;
    const edited = edit({ name, type, text });
    return edited === undefined ? undefined : `| ${edited.name ?? name} | ${edited.type ?? type} | ${edited.text ?? text}`;
  };

/** By what they do to the contract. */
export const contractMutations: Readonly<Record<string, RowMutation>> = {
  'flip the required mark': rewrite(({ name }) => {
    if (name.includes('data-required')) return { name: name.replace(/\{data-required ?/, '{').replace(' {}', '') };
    return { name: name.includes('{') ? name.replace('{', '{data-required ') : `${name} {data-required}` };
  }),
  'change the type': rewrite(({ type, text }) =>
    /^(?:string|integer|number)$/.test(type) && !text.includes('枚举值') ? { type: 'boolean' } : undefined,
  ),
  'make a list of it': rewrite(({ type, text }) => (type === 'string' && !text.includes('枚举值') ? { type: 'string[]' } : undefined)),
  'add a value': rewrite(({ text }) =>
    text.endsWith('枚举值之一') && text.includes('\\|')
      ? { text: text.replace(/ ?枚举值之一$/, ' \\| `ZZ_UNHEARD_OF` 枚举值之一') }
      : undefined,
  ),
  'list values': rewrite(({ type, text }) =>
    type === 'string' && !text.includes('`') ? { text: `${text}<br/>\`ZZ_A\` \\| \`ZZ_B\` 枚举值之一` } : undefined,
  ),
  'encrypt it': rewrite(({ type, text }) =>
    type === 'string' && !text.includes('枚举值') ? { type: 'string {data-encrypted=by-rsa-pubkey}' } : undefined,
  ),
};

/** By what they do to the page; the contract stays. */
export const wordingMutations: Readonly<Record<string, RowMutation>> = {
  'reword it': rewrite(({ text }) =>
    /[`0-9]|枚举|默认|固定|单位|必|最|不/.test(text) || text === '' ? undefined : { text: `${text} (see above)` },
  ),
  'add blanks': (row) => (cellsOf(row) === undefined ? undefined : `${row.replace(/^\| /, '|  ')}  `),
  'close the row': (row) => (cellsOf(row) === undefined ? undefined : `${row} |`),
};

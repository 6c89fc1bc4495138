import type { CommandWords, FlagWords, ValueWords } from './command-words.js';

/** A script for fish, for `~/.config/fish/completions/docwright.fish`. */
export function fishScript(commands: readonly CommandWords[]): string {
  return [
    '# Completions of docwright for fish.',
    'complete -c docwright -f',
    ...commands.map(({ name, description }) => `complete -c docwright -n __fish_use_subcommand -a ${name} -d ${quote(description)}`),
    ...commands.flatMap(({ name, flags, argument }) => {
      const start = `complete -c docwright -n '__fish_seen_subcommand_from ${name}'`;
      return [
        ...flags.map((flag) => `${start} ${flagSpec(flag)}`),
        ...(argument === undefined || argument.kind === 'anything' ? [] : [`${start} ${action(argument)}`]),
      ];
    }),
    '',
  ].join('\n');
}

function flagSpec({ long, description, value }: FlagWords): string {
  return [
    `-l ${long.slice(2)}`,
    ...(value === undefined ? [] : [value.kind === 'file' ? '-r' : '-x', action(value)]),
    `-d ${quote(description)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function action(value: ValueWords): string {
  switch (value.kind) {
    case 'words':
      return `-a ${quote(value.words.join(' '))}`;
    case 'folder':
      return "-a '(__fish_complete_directories)'";
    case 'file':
      return '-F';
    case 'anything':
      return '';
  }
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

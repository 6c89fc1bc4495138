import type { CommandWords, FlagWords, ValueWords } from './command-words.js';

/** A script for bash 3.2 or newer: `source <(docwright completions bash)`. */
export function bashScript(commands: readonly CommandWords[]): string {
  return [
    '# Completions of docwright for bash.',
    '_docwright() {',
    '  local IFS=$\'\\n\' current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
    '  COMPREPLY=()',
    '  # bash takes --flag=value for three words.',
    '  if [[ $current == = ]]; then current=; elif [[ $before == = ]]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi',
    '  if [[ $COMP_CWORD -eq 1 ]]; then',
    `    ${reply([...commands.map(({ name }) => name), '--help', '--version'])}`,
    '    return',
    '  fi',
    '  # --format json:FILE',
    '  if [[ $current == : ]]; then current=; before=:; fi',
    '  if [[ $before == : ]]; then',
    `    ${complete({ kind: 'file' })}`,
    '    return',
    '  fi',
    '  case "${COMP_WORDS[1]}" in',
    ...commands.flatMap(commandCase),
    '  esac',
    '}',
    'complete -F _docwright docwright',
    '',
  ].join('\n');
}

function commandCase({ name, flags, argument }: CommandWords): string[] {
  const valued = flags.filter((flag): flag is FlagWords & { readonly value: ValueWords } => flag.value !== undefined);
  return [
    `    ${name})`,
    ...(valued.length === 0
      ? []
      : ['      case "$before" in', ...valued.map(({ long, value }) => `        ${long}) ${complete(value)}; return ;;`), '      esac']),
    '      if [[ $current == -* ]]; then',
    `        ${reply(flags.map(({ long }) => long))}`,
    ...(argument === undefined ? [] : ['      else', `        ${complete(argument)}`]),
    '      fi',
    '      ;;',
  ];
}

function complete(value: ValueWords): string {
  switch (value.kind) {
    case 'words':
      return reply(value.words);
    case 'folder':
      return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current"))';
    case 'file':
      return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current"))';
    case 'anything':
      return ':';
  }
}

/** Words of docwright itself: letters, digits, dots and dashes. */
function reply(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W $'${words.join('\\n')}' -- "$current"))`;
}

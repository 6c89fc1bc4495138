import type { CommandWords, FlagWords, ValueWords } from './command-words.js';

/** A script for zsh, to be sourced, or to be put into a folder of `$fpath` as `_docwright`. */
export function zshScript(commands: readonly CommandWords[]): string {
  return [
    '#compdef docwright',
    '# Completions of docwright for zsh.',
    '_docwright() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map(({ name, description }) => `    ${quote(`${name}:${description}`)}`),
    '  )',
    '  if (( CURRENT == 2 )); then',
    "    _describe -t commands 'command of docwright' commands",
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words',
    '  (( CURRENT -= 1 ))',
    '  case $command in',
    ...commands.flatMap(({ name, flags, argument }) => [
      `    ${name})`,
      '      _arguments \\',
      [...flags.map(flagSpec), ...(argument === undefined ? [] : [`*:${argument.kind}:${action(argument)}`])]
        .map((spec) => `        ${quote(spec)}`)
        .join(' \\\n'),
      '      ;;',
    ]),
    '  esac',
    '}',
    'if [[ "$funcstack[1]" == _docwright ]]; then _docwright "$@"; else compdef _docwright docwright; fi',
    '',
  ].join('\n');
}

/** `*`, because some flags may be given several times. */
function flagSpec({ long, description, value }: FlagWords): string {
  const text = `[${description.replace(/[[\]\\]/g, '\\$&')}]`;
  return value === undefined ? `${long}${text}` : `*${long}=${text}:${value.kind}:${action(value)}`;
}

function action(value: ValueWords): string {
  switch (value.kind) {
    case 'words':
      return `(${value.words.join(' ')})`;
    case 'folder':
      return '_files -/';
    case 'file':
      return '_files';
    case 'anything':
      return ' ';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

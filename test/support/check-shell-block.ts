import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from './command-line.js';

/** What is wrong with the commands of a shell block of the documents: commands, flags and scripts that do not exist. */
export async function checkShellBlock(text: string): Promise<string[]> {
  const faults: string[] = [];
  let folder = '.';
  for (const words of commandsOf(text)) {
    const [program = '', first = ''] = words;
    if (program === 'cd') {
      folder = join(folder, first);
      if (!existsSync(folder)) faults.push(`there is no folder ${folder}`);
    } else {
      faults.push(...(await checkCommand(words, folder)));
    }
  }
  return faults;
}

/** Commands in a line may be joined by `&&` and `|`; comments and redirections are left out. */
function commandsOf(text: string): string[][] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').replace(/^source <\((.*)\)$/, '$1'))
    .flatMap((line) => line.split(/&&|\|/))
    .map((command) => command.replace(/ > \S+/g, '').trim())
    .filter((command) => command !== '')
    .map((command) => command.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, '$2')));
}

async function checkCommand([program = '', ...words]: readonly string[], folder: string): Promise<string[]> {
  if (program === 'docwright') return checkDocwright(words);
  if (program === 'npx') {
    const rest = words.filter((word) => word !== '--yes');
    return /^docwright(?:@|$)/.test(rest[0] ?? '') ? checkDocwright(rest.slice(1)) : [`npx ${words.join(' ')} runs something else`];
  }
  if (program === 'npm') return checkNpm(words, folder);
  if (program === 'git') return [];
  return [`nobody knows how to check ${program}`];
}

async function checkDocwright([name = '', ...words]: readonly string[]): Promise<string[]> {
  if (name === '--help') return [];
  const { code, output } = await runIn('.', name, '--help');
  if (code !== 0 || !output.startsWith(`Usage: docwright ${name} `)) return [`there is no command ${name}`];
  const unknown = words
    .filter((word) => word.startsWith('--'))
    .map((flag) => flag.replace(/=.*/, ''))
    .filter((flag) => !new RegExp(`^ {2}(?:-., )?${flag}\\b`, 'm').test(output));
  return unknown.map((flag) => `docwright ${name} has no flag ${flag}`);
}

function checkNpm(words: readonly string[], folder: string): string[] {
  const [verb = '', ...names] = words.filter((word) => !word.startsWith('-'));
  if (verb === 'ci') return [];
  if (verb === 'install')
    return names.filter((name) => !/^(?:docwright|@docwright\/wechatpay)$/.test(name)).map((name) => `npm install ${name}?`);
  const script = verb === 'run' ? (names[0] ?? '') : verb;
  // A manifest of this project.
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly scripts: Record<string, string> };
  return Object.hasOwn(scripts, script) ? [] : [`${folder}/package.json has no script ${script}`];
}

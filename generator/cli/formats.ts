import { existsSync, writeFileSync } from 'node:fs';
import { InvalidArgumentError, type Command } from 'commander';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Report, Reporter, View } from '../report/report.js';
import { version } from '../run/package-folder.js';
import type { Settings } from '../run/settings.js';
import { suggest } from './suggest.js';
import { usesColour, type World } from './world.js';

/** A format, and the file that it goes to; without one it goes to the output stream. */
export interface Format {
  readonly name: FormatName;
  readonly file?: string;
}

// Imported when asked for: most runs need one of them, or none.
const reporters = {
  text: async () => (await import('../report/text.js')).reportText,
  json: async () => (await import('../report/json.js')).reportJson,
  markdown: async () => (await import('../report/markdown.js')).reportMarkdown,
  github: async () => (await import('../report/github.js')).reportGithub,
  sarif: async () => (await import('../report/sarif.js')).reportSarif,
  junit: async () => (await import('../report/junit.js')).reportJunit,
  html: async () => (await import('../report/html.js')).reportHtml,
} satisfies Readonly<Record<string, () => Promise<Reporter>>>;

type FormatName = keyof typeof reporters;

/** @param names the formats that the command knows */
export function addFormatFlag(command: Command, names: readonly FormatName[]): Command {
  const parse = (text: string, earlier: readonly Format[] = []): Format[] => [...earlier, parseFormat(text, names)];
  return command.option('--format <format[:file]>', `${names.join(', ')}; several times if need be (default: text)`, parse);
}

function parseFormat(text: string, names: readonly FormatName[]): Format {
  const [word = '', ...rest] = text.split(':');
  const name = names.find((known) => known === word);
  if (name === undefined) {
    const similar = suggest(word, names);
    throw new InvalidArgumentError(similar === undefined ? `Formats are ${names.join(', ')}.` : `Did you mean ${similar}?`);
  }
  return rest.length === 0 ? { name } : { name, file: rest.join(':') };
}

/** Prints or writes a report in each of the formats. */
export async function printReport(report: Report, formats: readonly Format[], view: View, world: World): Promise<void> {
  for (const { name, file } of formats) {
    const reporter = await reporters[name]();
    if (file === undefined) {
      world.output.write(reporter(report, view));
    } else {
      writeFileSync(resolve(world.folder, file), reporter(report, { ...view, colour: false }));
    }
  }
}

/** The view of a command on the world: colours, width, and the texts of pages. */
export function viewOf(world: World, settings: Settings, flags: { readonly color: boolean }, source: View['source']): View {
  return {
    colour: usesColour(world.output, world, flags.color),
    width: world.output.width,
    version,
    source,
    prefix: prefixOf(settings.specs),
  };
}

/** The way from the root of the repository to the specs folder. */
function prefixOf(specs: string): string {
  const path = relative(repositoryOf(specs) ?? specs, specs).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) {
    return folder;
  }
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

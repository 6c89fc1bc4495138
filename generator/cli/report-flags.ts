import { relative } from 'node:path';
import type { Command } from 'commander';
import type { View } from '../report/report.js';
import { version } from '../run/package-folder.js';
import { parseReportTarget, type ReportTarget } from '../run/write-reports.js';
import { SettingsError } from '../run/settings-error.js';
import { usesColour, type World } from './world.js';

/** What commands with a report understand. */
export interface ReportFlags {
  readonly format?: readonly string[];
  readonly color: boolean;
}

export function addFormatFlag(command: Command): Command {
  return command.option(
    '--format <format[:file]>',
    'text, json, markdown, github, sarif, junit or html; may be given several times (default: text)',
    (format: string, earlier: readonly string[] = []) => [...earlier, format],
  );
}

/** @throws SettingsError if a format is unknown */
export function reportTargets({ format = ['text'] }: ReportFlags): ReportTarget[] {
  return format.map(parseReportTarget);
}

export type FailOn = 'error' | 'warn' | 'none';

/** @throws SettingsError if the word is none of the three */
export function parseFailOn(word = 'error'): FailOn {
  if (word === 'error' || word === 'warn' || word === 'none') return word;
  throw new SettingsError(`--fail-on ${word} is no level`, 'give error, warn or none');
}

/** How a report is looked at in this world. */
export function viewOf(
  world: World,
  { color }: ReportFlags,
  { specs, source }: { readonly specs: string; readonly source: View['source'] },
): View {
  const root = world.environment['GITHUB_WORKSPACE'] ?? world.folder;
  const path = relative(root, specs).replaceAll('\\', '/');
  const prefix = path === '' || path.startsWith('..') ? '' : `${path}/`;
  const link = lineLinks(world, prefix);
  return {
    colour: usesColour(world.output, world, color),
    width: world.output.width,
    version,
    prefix,
    source,
    ...(link !== undefined && { link }),
  };
}

/** In a workflow of GitHub, pages of head can be seen on the web. */
function lineLinks({ environment }: World, prefix: string): View['link'] {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = environment;
  if (!server || !repository || !commit) return undefined;
  return (file, line, revision) => {
    if (revision === 'base') return undefined;
    const path = `${prefix}${file}`.split('/').map(encodeURIComponent).join('/');
    return `${server}/${repository}/blob/${commit}/${path}?plain=1#L${line}`;
  };
}

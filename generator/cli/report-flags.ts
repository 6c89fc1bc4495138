import { relative } from 'node:path';
import { Option, type Command } from 'commander';
import type { View } from '../report/report.js';
import { version } from '../run/package-folder.js';
import { formatNames, parseReportTarget, type ReportTarget } from '../run/write-reports.js';
import { usesColour, type World } from './world.js';

/** What commands with a report understand. */
export interface ReportFlags {
  readonly format?: readonly string[];
  readonly color: boolean;
}

export function addFormatFlag(command: Command): Command {
  const flag = new Option('--format <format[:file]>', 'how to report, and where to; may be given several times (default: text)').argParser(
    (format: string, earlier: readonly string[] = []) => [...earlier, format],
  );
  // Not `choices()`: a file may follow.
  flag.argChoices = [...formatNames];
  return command.addOption(flag);
}

/** @throws SettingsError if a format is unknown */
export function reportTargets({ format = ['text'] }: ReportFlags): ReportTarget[] {
  return format.map(parseReportTarget);
}

/** What is left to say with `--quiet` where nothing is wrong: reports that a program or a later step reads. */
export function unlessQuiet(targets: readonly ReportTarget[], isQuiet: boolean): readonly ReportTarget[] {
  return isQuiet ? targets.filter(({ format, file }) => format !== 'text' || file !== undefined) : targets;
}

export type FailOn = 'error' | 'warn' | 'none';

export function addFailOnFlag(command: Command): Command {
  const levels: readonly FailOn[] = ['error', 'warn', 'none'];
  return command.addOption(new Option('--fail-on <level>', 'what makes the command end with 1').choices(levels).default('error'));
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

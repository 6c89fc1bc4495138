import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report, Reporter, View } from '../report/report.js';
import { SettingsError } from './settings-error.js';
import { writeNamedFile } from './write-named-file.js';

const loaders: Readonly<Record<string, () => Promise<Reporter>>> = {
  text: async () => (await import('../report/text.js')).reportText,
  json: async () => (await import('../report/json.js')).reportJson,
  markdown: async () => (await import('../report/markdown.js')).reportMarkdown,
  github: async () => (await import('../report/github.js')).reportGithub,
  sarif: async () => (await import('../report/sarif.js')).reportSarif,
  junit: async () => (await import('../report/junit.js')).reportJunit,
  html: async () => (await import('../report/html.js')).reportHtml,
};

/** In the order of the help. */
export const formatNames: readonly string[] = Object.keys(loaders);

/** A format, and the file that it goes to; to the output if absent. */
export interface ReportTarget {
  readonly format: string;
  readonly file?: string;
}

/**
 * Reads `--format F[:FILE]`.
 *
 * @throws SettingsError if there is no such format
 */
export function parseReportTarget(text: string): ReportTarget {
  const colon = text.indexOf(':');
  const format = colon === -1 ? text : text.slice(0, colon);
  if (!Object.hasOwn(loaders, format)) {
    throw new SettingsError(`there is no format ${format}`, `give one of ${formatNames.join(', ')}`);
  }
  const file = colon === -1 ? '' : text.slice(colon + 1);
  return { format, ...(file !== '' && { file }) };
}

export interface ReportWorld {
  /** Files count from here. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  write(text: string): void;
}

/**
 * Writes a report in every wanted format. GitHub cuts annotations off after ten, so that `github` also writes the whole report into
 * the summary of the step, where there is one.
 */
export async function writeReports(report: Report, targets: readonly ReportTarget[], view: View, world: ReportWorld): Promise<void> {
  for (const { format, file } of targets) {
    const reporter = await loaders[format]?.();
    if (reporter === undefined) continue;
    if (file === undefined) world.write(reporter(report, view));
    else {
      writeNamedFile(resolve(world.folder, file), reporter(report, { ...view, colour: false }));
    }
    const summary = world.environment['GITHUB_STEP_SUMMARY'];
    if (format === 'github' && summary !== undefined && summary !== '') {
      const { reportMarkdown } = await import('../report/markdown.js');
      appendFileSync(summary, reportMarkdown(report, view));
    }
  }
}

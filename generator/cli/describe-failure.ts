import { OutputError } from '../output/output-error.js';
import { version } from '../run/package-folder.js';
import { SettingsError } from '../run/settings-error.js';
import { exitCode, type ExitCode } from './exit-code.js';

/** What to tell the user of something that was thrown, and how the process shall end. */
export function describeFailure(error: unknown): { readonly text: string; readonly code: ExitCode } {
  if (error instanceof SettingsError) {
    return { text: `docwright: ${error.message}\n  help  ${error.help}\n`, code: exitCode.badUsage };
  }
  if (error instanceof OutputError) {
    return { text: `docwright: ${error.message}\n`, code: exitCode.badUsage };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    text: [
      `docwright ${version} has failed through a defect of its own.`,
      stack,
      '  help  Report this text, together with the page that it names, to the maintainers of docwright.',
      '',
    ].join('\n'),
    code: exitCode.defect,
  };
}

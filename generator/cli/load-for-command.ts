import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Api } from '../model/api.js';
import { hasFatal } from '../run/has-fatal.js';
import { loadApi } from '../run/load-api.js';
import type { Settings } from '../run/settings.js';
import type { CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { withProgressBar } from './progress-bar.js';
import { usesColour, type World } from './world.js';

/**
 * Reads all pages for a command whose output goes to a program. What is said about the pages goes to the error stream; there is no
 * API if a page cannot be understood.
 *
 * @param concerns whether something that is said matters to the command (default: everything does)
 */
export async function loadForCommand(
  settings: Settings,
  flags: Pick<CommonFlags, 'quiet' | 'color'>,
  world: World,
  concerns: (diagnostic: Diagnostic) => boolean = () => true,
): Promise<{ readonly api?: Api; readonly code: ExitCode }> {
  const loaded = await withProgressBar(world, flags.quiet === true, (progress) => loadApi(settings, progress));
  const { api, source } = loaded;
  const diagnostics = loaded.diagnostics.filter(concerns);
  const fatal = hasFatal(diagnostics);
  const { withoutSilenced } = await import('../run/without-silenced.js');
  const left = await withoutSilenced(diagnostics, settings, source);
  const shown = flags.quiet === true || fatal ? left.filter(({ severity }) => severity === 'fatal') : left;
  if (shown.length > 0) {
    const { diagnosticsText } = await import('../report/text/diagnostics-text.js');
    const view = { colour: usesColour(world.errors, world, flags.color), width: world.errors.width, version: '', prefix: '', source };
    world.errors.write(diagnosticsText(shown, view, { brief: true }));
  }
  return fatal ? { code: exitCode.unreadable } : { api, code: exitCode.fine };
}

import { resolve } from 'node:path';
import { countApi } from '../run/sdk-files.js';
import { writeNamedFile } from '../run/write-named-file.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import type { ExitCode } from './exit-code.js';
import { loadForCommand } from './load-for-command.js';
import type { AddCommand } from './add-command.js';
import { describeApi, describeSeconds } from './summary.js';
import type { World } from './world.js';

export const addOpenapi: AddCommand = (program, world, end) => {
  addCommonFlags(
    program
      .command('openapi')
      .description('print the API as an OpenAPI 3.1 document; --out names a file instead')
      .addHelpText(
        'after',
        helpEnding(
          ['docwright openapi > openapi.json', 'docwright openapi --specs pages --out openapi.json'],
          [
            [0, 'the document is complete'],
            [3, 'a page cannot be understood; there is no document'],
          ],
        ),
      ),
  ).action(async (flags: CommonFlags) => end(await runOpenapi(flags, world)));
};

async function runOpenapi({ out, ...flags }: CommonFlags, world: World): Promise<ExitCode> {
  const start = performance.now();
  const settings = await settingsFor(flags, world);
  const { api, code } = await loadForCommand(settings, flags, world);
  if (api !== undefined) {
    const { toOpenApi } = await import('../openapi/to-openapi.js');
    const { printJson } = await import('../report/print-json.js');
    const text = printJson(toOpenApi(api));
    if (out === undefined) {
      world.output.write(text);
    } else {
      writeNamedFile(resolve(world.folder, out), text);
      if (flags.quiet !== true) {
        world.errors.write(`${out}: ${describeApi(countApi(api.pages))} in ${describeSeconds(performance.now() - start)}\n`);
      }
    }
  }
  return code;
}

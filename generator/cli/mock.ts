import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Mock } from '../mock/index.js';
import type { Api } from '../model/api.js';
import { nearest } from '../diagnostics/nearest.js';
import { describeRefusal } from '../output/output-error.js';
import { countApi } from '../run/sdk-files.js';
import { SettingsError } from '../run/settings-error.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { loadForCommand } from './load-for-command.js';
import type { AddCommand } from './add-command.js';
import { describeApi } from './summary.js';
import type { World } from './world.js';

interface MockFlags extends CommonFlags {
  readonly port?: number;
  readonly fixtures?: string;
  readonly webhook?: string;
  readonly keys?: string;
}

export const addMock: AddCommand = (program, world, end) => {
  addCommonFlags(
    program
      .command('mock')
      .description('serve the API of the pages on this machine: requests are verified, decrypted and validated, answers are signed')
      .option('--port <n>', 'where to listen (default: a free port)', parsePort)
      .option('--fixtures <dir>', 'folder of answers instead of made-up ones: v3/refunds/{id}.get.json')
      .option('--keys <file>', 'keep the throw-away keys there for the next run')
      .option('--webhook <url>', 'post notifications there, signed and encrypted, and stop', parseUrl)
      .argument('[events...]', 'with --webhook: which notifications (default: all)')
      .addHelpText(
        'after',
        helpEnding(
          [
            'docwright mock',
            'docwright mock --port 8080 --fixtures answers',
            'docwright mock --keys keys.json --webhook http://127.0.0.1:3000/notify REFUND.SUCCESS',
          ],
          [
            [0, 'stopped, or every notification was accepted'],
            [1, 'a notification was not accepted'],
            [3, 'a page cannot be understood'],
          ],
        ),
      ),
  ).action(async (events: readonly string[], flags: MockFlags) => end(await runMock(events, flags, world)));
};

async function runMock(events: readonly string[], flags: MockFlags, world: World): Promise<ExitCode> {
  if (events.length > 0 && flags.webhook === undefined) {
    throw new SettingsError(
      `nobody is named who shall hear of ${events.join(', ')}`,
      'name the address of the receiver with --webhook URL',
    );
  }
  const settings = await settingsFor(flags, world);
  // The pages' own faults are the business of lint.
  const { api, code } = await loadForCommand(settings, { ...flags, quiet: true }, world);
  if (api === undefined) return code;
  const { keepKeys, readFixtures, startMock } = await import('../mock/index.js');
  const fixtures = flags.fixtures === undefined ? new Map() : readNamed(readFixtures, resolve(world.folder, flags.fixtures));
  const keys = flags.keys === undefined ? undefined : readNamed(keepKeys, resolve(world.folder, flags.keys));
  const { port } = flags;
  const mock = await startMock(api, { fixtures, ...(keys !== undefined && { keys }), ...(port !== undefined && { port }) }).catch(
    (error: unknown) => {
      throw new SettingsError(
        `port ${port ?? ''} cannot be used: ${describeRefusal(error)}`,
        'name another --port, or none for a free one',
      );
    },
  );
  world.output.write(`new WechatPay(${JSON.stringify(mock.settings, null, 2)})\n`);
  if (flags.webhook === undefined) return serve(mock, api, world);
  const known = api.pages.flatMap(({ webhooks }) => webhooks.map(({ id }) => id.replace(/^WEBHOOK /, '')));
  return sendWebhooks(mock, events.length > 0 ? events : known, { url: flags.webhook, known, world });
}

/** Reads what a flag names. */
function readNamed<Content>(read: (path: string) => Content, path: string): Content {
  try {
    return read(path);
  } catch (error) {
    throw new SettingsError(`${path} cannot be used: ${describeRefusal(error)}`, 'name another one, or leave the flag out');
  }
}

async function serve(mock: Mock, api: Api, world: World): Promise<ExitCode> {
  world.errors.write(
    `docwright listens on ${mock.origin} and answers ${describeApi(countApi(api.pages))}; the settings above are good until it stops (Ctrl+C)\n`,
  );
  await world.interrupted();
  await mock.close();
  return exitCode.fine;
}

async function sendWebhooks(
  mock: Mock,
  names: readonly string[],
  { url, known, world }: { readonly url: string; readonly known: readonly string[]; readonly world: World },
): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  try {
    for (const name of names) {
      const delivery = await mock.sendWebhook(name, url);
      if (delivery === undefined) throw noSuchNotification(name, known);
      world.output.write(`${delivery.id}  ${delivery.status} ${delivery.reply}\n`);
      if (delivery.status >= 300) code = exitCode.findings;
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new SettingsError(`nobody answers at ${url}`, 'start the receiver of the notifications first');
  } finally {
    await mock.close();
  }
  return code;
}

function parseUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError('Give an address such as http://127.0.0.1:3000/notify.');
}

/** @param known with their protocol: `v3/REFUND.SUCCESS` */
function noSuchNotification(name: string, known: readonly string[]): SettingsError {
  const similar = nearest(name, [...known, ...known.map((each) => each.replace(/^v\d\//, ''))]);
  return new SettingsError(
    `there is no notification ${name}`,
    similar === undefined ? 'name it like its page, without .md' : `did you mean ${similar}?`,
  );
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return port;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** In a project of your own: `npx docwright mock --specs PAGES`. */
const command = [join(root, 'dist/generator/cli/main.js'), 'mock', '--specs', join(root, 'specs'), '--quiet'];

/** The platform's side of the examples: `docwright mock`, started as a program of its own, as you would in another terminal. */
export class MockPlatform {
  /** Where it listens. */
  readonly origin: string;
  /** The throw-away keys of both sides. */
  readonly keysFile: string;
  readonly #folder: string;
  readonly #server: ChildProcess;

  private constructor(origin: string, folder: string, server: ChildProcess) {
    this.origin = origin;
    this.keysFile = join(folder, 'keys.json');
    this.#folder = folder;
    this.#server = server;
  }

  static async start(): Promise<MockPlatform> {
    const folder = mkdtempSync(join(tmpdir(), 'docwright-mock-'));
    const server = spawn(process.execPath, [...command, '--keys', join(folder, 'keys.json')], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    for await (const chunk of server.stderr) {
      said += String(chunk);
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (origin !== undefined) return new MockPlatform(origin, folder, server);
    }
    rmSync(folder, { recursive: true });
    throw new Error(`The mock server did not start: ${said}`);
  }

  /** Posts a notification, signed and encrypted, with these plain values in it. */
  async notify(url: string, event: string, values: object): Promise<void> {
    const fixtures = join(this.#folder, 'fixtures');
    const fixture = join(fixtures, `webhook/v3/${event}.json`);
    mkdirSync(dirname(fixture), { recursive: true });
    writeFileSync(fixture, JSON.stringify(values));
    const words = ['--keys', this.keysFile, '--fixtures', fixtures, '--webhook', url, event];
    const [code] = (await once(spawn(process.execPath, [...command, ...words], { stdio: ['ignore', 'ignore', 'inherit'] }), 'exit')) as [
      number,
    ];
    if (code !== 0) throw new Error(`The notification ${event} was not accepted.`);
  }

  async stop(): Promise<void> {
    this.#server.kill('SIGTERM');
    await once(this.#server, 'exit');
    rmSync(this.#folder, { recursive: true });
  }
}

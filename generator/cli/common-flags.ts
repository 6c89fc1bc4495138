import { InvalidArgumentError, type Command } from 'commander';
import { loadSettings, type Settings } from '../run/settings.js';
import type { World } from './world.js';

/** What every command that reads pages understands. */
export interface CommonFlags {
  readonly specs?: string;
  readonly out?: string;
  readonly overlays?: string;
  readonly jobs?: number;
  /** False with `--no-cache`. */
  readonly cache: boolean;
  readonly quiet?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** @param out what `--out` names, where that is not the SDK */
export function addCommonFlags(command: Command, out = 'folder of the SDK (default: generated)'): Command {
  return command
    .option('--specs <dir>', 'folder of the pages (default: specs)')
    .option('--out <dir>', out)
    .option('--overlays <dir>', 'folder of the overlays (default: overlays/ in the specs folder)')
    .option('--jobs <n>', 'worker threads (default: as many as the machine runs at once)', parseCount)
    .option('--no-cache', 'read and keep nothing of earlier runs')
    .option('--quiet', 'say nothing unless something is wrong')
    .option('--no-color', 'plain text');
}

/** The settings that hold for a command. @throws SettingsError */
export function settingsFor({ specs, out, overlays, jobs, cache }: CommonFlags, world: World): Promise<Settings> {
  return loadSettings(world.folder, { specs, out, overlays, jobs, cache: cache ? undefined : false });
}

/** For flags that count something, from 1. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new InvalidArgumentError('Give a whole number from 1.');
  }
  return count;
}

/** The end of a command's help. */
export function helpEnding(examples: readonly string[], codes: readonly (readonly [code: number, meaning: string])[]): string {
  const endings = [...codes, [2, 'bad flags or settings'], [70, 'a defect of docwright']] as const;
  return [
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    'Exit codes:',
    ...endings.toSorted(([a], [b]) => a - b).map(([code, meaning]) => `  ${String(code).padStart(2)}  ${meaning}`),
  ].join('\n');
}

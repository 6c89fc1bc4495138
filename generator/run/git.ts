import { spawnSync } from 'node:child_process';
import { SettingsError } from './settings-error.js';

/** Answers of git may be large: all pages of a revision come in one. */
const mostBytes = 1024 * 1024 * 1024;

interface GitOptions {
  readonly problem?: string;
  readonly help: string;
}

/**
 * What git answers. Nothing in the repository or its working tree is changed by the commands that docwright uses.
 *
 * @param problem what it means if git refuses (default: what git says)
 * @param help the next step of the user then
 * @throws SettingsError if git is not there or refuses
 */
export function git(folder: string, words: readonly string[], { input, problem, help }: GitOptions & { readonly input?: string }): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...words], {
    ...(input !== undefined && { input }),
    maxBuffer: mostBytes,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  if (error !== undefined) throw new SettingsError(`git cannot be run: ${error.message}`, 'install git, or name folders');
  if (status !== 0) {
    const [line = ''] = stderr.toString('utf8').trim().split('\n');
    throw new SettingsError(problem ?? `git ${words[0] ?? ''} failed${line === '' ? '' : `: ${line}`}`, help);
  }
  return stdout;
}

/** A line of text, without its end. */
export function gitLine(folder: string, words: readonly string[], options: GitOptions): string {
  return git(folder, words, options)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

import { execFileSync } from 'node:child_process';

/** Runs git in a folder as nobody in particular, whatever the machine's own settings are. */
export function git(folder: string, ...words: readonly string[]): string {
  const identity = ['-c', 'user.name=docs', '-c', 'user.email=docs@example.org', '-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false'];
  return execFileSync('git', [...identity, ...words], { cwd: folder, encoding: 'utf8' });
}

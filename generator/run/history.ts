import { git, gitLine } from './git.js';
import { resolveRevision } from './git-tree.js';
import { SettingsError } from './settings-error.js';

/** A point in the history of the pages. */
export interface HistoryPoint {
  readonly commit: string;
  /** Of a tag, or the short name of the commit. */
  readonly name: string;
  /** `2026-03-31` */
  readonly date: string;
  readonly subject?: string;
}

export interface HistoryRange {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads `FROM..TO`; TO is HEAD where it is left out.
 *
 * @throws SettingsError if the text is no range
 */
export function parseRange(text: string): HistoryRange {
  const [from = '', to = '', ...more] = text.split('..');
  if (!text.includes('..') || from === '' || to.startsWith('.') || more.length > 0) {
    throw new SettingsError(`${text} is no range of revisions`, 'write FROM..TO, such as v1.2..HEAD');
  }
  return { from, to: to === '' ? 'HEAD' : to };
}

const rangeHelp = 'name two revisions of this repository, such as v1.2..HEAD';

/** In the words of git. A range that is written backwards has no commits, so that nothing would seem to have changed. */
function rangeOf(repository: string, { from, to }: HistoryRange): string {
  const [start, end] = [resolveRevision(repository, from), resolveRevision(repository, to)];
  const isEmpty = (range: string): boolean => gitLine(repository, ['rev-list', '--max-count=1', range], { help: rangeHelp }) === '';
  if (isEmpty(`${start}..${end}`) && !isEmpty(`${end}..${start}`))
    throw new SettingsError(`${to} came before ${from}, so that no history leads there`, `write ${to}..${from}`);
  return `${start}..${end}`;
}

/**
 * The commits of a range that touch one of some folders, oldest first; of a merge only what it brought.
 *
 * @throws SettingsError if TO came before FROM
 */
export function listCommits(repository: string, history: HistoryRange, ...folders: readonly string[]): HistoryPoint[] {
  const range = rangeOf(repository, history);
  const words = [
    'log',
    '--reverse',
    '--first-parent',
    '--date=short',
    '--format=%H%x00%h%x00%cd%x00%s',
    range,
    '--',
    ...folders.map((folder) => `:(top)${folder}`),
  ];
  return linesOf(git(repository, words, { help: rangeHelp })).map((line) => {
    const [commit = '', name = '', date = '', subject = ''] = line.split('\0');
    return { commit, name, date, subject };
  });
}

/**
 * The tags within a range, oldest first, and its end if that has no tag.
 *
 * @throws SettingsError if TO came before FROM
 */
export function listReleases(repository: string, history: HistoryRange): HistoryPoint[] {
  const { to } = history;
  const end = resolveRevision(repository, to);
  const range = rangeOf(repository, history);
  const order = linesOf(git(repository, ['rev-list', '--reverse', '--topo-order', range], { help: rangeHelp }));
  const positions = new Map(order.map((commit, index) => [commit, index]));
  const format = '%(refname:short)%00%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)%00%(creatordate:short)';
  const tags = linesOf(git(repository, ['for-each-ref', 'refs/tags', `--merged=${end}`, `--format=${format}`], { help: rangeHelp }))
    .map((line) => {
      const [name = '', commit = '', date = ''] = line.split('\0');
      return { commit, name, date };
    })
    .filter(({ commit }) => positions.has(commit))
    .sort((left, right) => (positions.get(left.commit) ?? 0) - (positions.get(right.commit) ?? 0));
  if (tags.length === 0 || tags.some(({ commit }) => commit === end)) return tags;
  const date = gitLine(repository, ['log', '-1', '--date=short', '--format=%cd', end], { help: rangeHelp });
  return [...tags, { commit: end, name: to, date }];
}

function linesOf(answer: Buffer): string[] {
  return answer
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

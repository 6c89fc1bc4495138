import { describe, expect, test } from 'vitest';
import type { FileState } from '../../generator/output/observe-files.js';
import { planOutput, type Plan } from '../../generator/output/plan.js';

const absent: FileState = { kind: 'absent' };
const file = (hash: string): FileState => ({ kind: 'file', hash });
const link: FileState = { kind: 'obstacle', what: 'no regular file' };

interface Situation {
  /** What the file shall be; undefined if there shall be none. */
  readonly wanted?: string;
  /** What docwright wrote; undefined if it never did. */
  readonly recorded?: string;
  readonly found: FileState;
  readonly force?: boolean;
}

function plan({ wanted, recorded, found, force = false }: Situation): Partial<Plan> {
  const {
    write,
    unchanged,
    delete: remove,
    conflicts,
  } = planOutput({
    wanted: new Map(wanted === undefined ? [] : [['a.ts', wanted]]),
    recorded: new Map(recorded === undefined ? [] : [['a.ts', { hash: recorded }]]),
    found: new Map([['a.ts', found]]),
    force,
  });
  return {
    ...(write.length > 0 && { write }),
    ...(unchanged.length > 0 && { unchanged }),
    ...(remove.length > 0 && { delete: remove }),
    ...(conflicts.length > 0 && { conflicts }),
  };
}

const writes = { write: ['a.ts'] };
const leaves = { unchanged: ['a.ts'] };
const deletes = { delete: ['a.ts'] };
const conflict = (kind: 'edited' | 'foreign', what = 'a file'): Partial<Plan> => ({ conflicts: [{ path: 'a.ts', kind, what }] });

describe('planOutput', () => {
  test.each<[string, Situation, Partial<Plan>]>([
    ['writes a file that is not there', { wanted: 'new', found: absent }, writes],
    ['writes a file that somebody deleted', { wanted: 'old', recorded: 'old', found: absent }, writes],
    ['replaces a file that it wrote', { wanted: 'new', recorded: 'old', found: file('old') }, writes],
    ['leaves a file that is right', { wanted: 'old', recorded: 'old', found: file('old') }, leaves],
    ['leaves a file that is right although it was edited', { wanted: 'new', recorded: 'old', found: file('new') }, leaves],
    ['adopts a foreign file that is right', { wanted: 'new', found: file('new') }, leaves],
    ['deletes a file that it wrote', { recorded: 'old', found: file('old') }, deletes],
    ['forgets a file that is gone', { recorded: 'old', found: absent }, {}],
    ['stops before an edited file', { wanted: 'new', recorded: 'old', found: file('mine') }, conflict('edited')],
    ['stops before deleting an edited file', { recorded: 'old', found: file('mine') }, conflict('edited')],
    ['replaces an edited file by force', { wanted: 'new', recorded: 'old', found: file('mine'), force: true }, writes],
    ['deletes an edited file by force', { recorded: 'old', found: file('mine'), force: true }, deletes],
    ['stops before a foreign file', { wanted: 'new', found: file('mine') }, conflict('foreign')],
    ['stops before a foreign file even by force', { wanted: 'new', found: file('mine'), force: true }, conflict('foreign')],
    ['stops before a link', { wanted: 'new', recorded: 'old', found: link, force: true }, conflict('foreign', 'no regular file')],
    ['leaves a link that stands for a file it would delete', { recorded: 'old', found: link }, {}],
  ])('%s', (_, situation, expected) => {
    expect(plan(situation)).toEqual(expected);
  });

  test('lists files in code-unit order', () => {
    const wanted = new Map(['b.ts', 'B.ts', 'a/z.ts', 'ä.ts'].map((path) => [path, 'new']));
    expect(planOutput({ wanted, recorded: new Map(), found: new Map(), force: false }).write).toEqual(['B.ts', 'a/z.ts', 'b.ts', 'ä.ts']);
  });
});

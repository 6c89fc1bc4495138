import { describe, expect, it } from 'vitest';
import type { Finding, Spot } from '../../generator/drift/finding.js';
import { foldSweeps } from '../../generator/drift/fold-sweeps.js';
import { someFinding } from '../support/some-finding.js';

const spot = (page: number, value: string): Spot => ({ file: `p${String(page)}.md`, line: 3, column: 3, value });

/** One edit on some pages. */
function onPages(count: number, edit: (page: number) => Partial<Finding>): Finding[] {
  return Array.from({ length: count }, (_, page) =>
    someFinding({ base: spot(page, 'optional'), head: spot(page, 'required'), ...edit(page) }),
  );
}

const withNames = onPages(20, (page) => ({ field: page < 10 ? 'json.a' : 'json.b' }));

describe('a sweep', () => {
  it('is the same edit on twenty pages or more', () => {
    const edit = onPages(20, (page) => ({ field: `json.f${String(page)}` }));
    const other = someFinding({ ruleId: 'title-changed' });
    const { sweeps, others } = foldSweeps([...edit, other]);
    expect(sweeps).toEqual([{ findings: edit, pages: 20 }]);
    expect(others).toEqual([other]);
  });

  it.each<[string, readonly Finding[]]>([
    ['on fewer pages', onPages(19, () => ({}))],
    ['twenty times on nineteen pages', [...onPages(19, () => ({})), ...onPages(1, () => ({ field: 'json.x' }))]],
    ['of two rules', onPages(20, (page) => ({ ruleId: page < 10 ? 'request-became-required' : 'ack-became-required' }))],
    ['with another value before', onPages(20, (page) => ({ base: spot(page, page < 10 ? 'a' : 'b') }))],
    ['with another value after', onPages(20, (page) => ({ head: spot(page, page < 10 ? 'a' : 'b') }))],
    ['with other values in a list', onPages(20, (page) => ({ values: { added: [page < 10 ? 'A' : 'B'], removed: [] } }))],
    ['of rows of other names that head alone has', withNames.map(({ base: _, ...finding }) => finding)],
    ['of rows of other names that base alone has', withNames.map(({ head: _, ...finding }) => finding)],
  ])('is no edit %s', (_, findings) => {
    expect(foldSweeps(findings)).toEqual({ sweeps: [], others: findings });
  });

  it.each<[string, (page: number) => Partial<Finding>]>([
    ['a row of one name, wherever it stands', (page) => ({ field: page < 10 ? 'json.a.x' : 'query.x' })],
    ['an operation that has no row', () => ({ field: null })],
  ])('that only head has may be of %s', (_, edit) => {
    const findings = onPages(20, edit).map(({ base: _base, ...finding }) => finding);
    expect(foldSweeps(findings).sweeps).toEqual([{ findings, pages: 20 }]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../generator/drift/registry.js';
import { acceptedFile, levelsFile, readDriftPolicy } from '../../generator/run/drift-policy.js';

const text = readFileSync(new URL('../../docs/drift.md', import.meta.url), 'utf8');
const letters = { wire: 'W', source: 'S', both: 'B', none: '–' } as const;

describe('docs/drift.md', () => {
  it('lists every rule with what fires it and its weight', () => {
    const rows = Object.entries(rules).map(([id, { purpose, level, semver, breaks, class: kind, milder }]) => {
      const weight = (judgement: Pick<(typeof rules)['page-added'], 'level' | 'semver' | 'breaks'>): string =>
        `${judgement.level} ${judgement.semver} ${letters[judgement.breaks]}`;
      const when = purpose.replace(/^Fires when /, '').replace(/\.$/, '');
      const exception = milder === undefined ? '' : ` (${weight(milder)} if ${milder.when})`;
      return `| \`${id}\` | ${when}${exception} | ${weight({ level, semver, breaks })}${kind === 'text' ? ', text' : ''} |`;
    });
    expect(text.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
  });

  it('names the inputs and outputs that the action has', () => {
    const action: unknown = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
    // The file is written for GitHub, which fixes these two members.
    const { inputs, outputs } = action as Record<'inputs' | 'outputs', Record<string, unknown>>;
    const list = (names: Record<string, unknown>): string =>
      Object.keys(names)
        .map((name) => `\`${name}\``)
        .join(', ');
    expect(text).toContain(`Inputs of the action: ${list(inputs)}. Outputs: ${list(outputs)}.`);
  });
});

describe('the files of docs/drift.md', () => {
  const [accepted = '', levels = ''] = [...text.matchAll(/^```json\n([^]*?)^```$/gm)].map(([, block]) => block);

  it('are read as they stand', () => {
    const files: Readonly<Record<string, string>> = { [acceptedFile]: accepted, [levelsFile]: levels };
    const policy = readDriftPolicy({ readText: (file) => files[file], today: '2026-03-31' });
    expect(policy.accepted?.entries.map(({ rule }) => rule)).toEqual(['request-became-required']);
    expect([...(policy.levels?.keys() ?? [])]).toEqual(['response-became-optional']);
  });
});

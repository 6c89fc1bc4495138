import { expect, test } from 'vitest';
import * as docwright from '../generator/index.js';
import { runIn } from './support/command-line.js';

/** What each command is made of, for programs that do the same. */
const functionsOf: Readonly<Record<string, readonly (keyof typeof docwright)[]>> = {
  generate: ['loadSettings', 'generate', 'watch'],
  check: ['loadSettings', 'check'],
  diff: ['openFolder', 'openRevision', 'readDriftPolicy', 'diffTrees', 'diffApis'],
  changelog: ['parseRange', 'listCommits', 'listReleases', 'buildChangelog', 'changelogMarkdown', 'changelogJson'],
  lint: ['lint', 'watchPages'],
  openapi: ['loadApi', 'toOpenApi'],
  inspect: ['loadApi'],
  mock: ['startMock', 'readFixtures', 'keepKeys'],
  site: ['writeSite'],
  init: ['lookAround', 'planInit'],
  explain: ['catalogue', 'rules', 'isRuleId', 'exampleOf', 'rulesDocument'],
  // Of use to shells only.
  completions: [],
};

test('whatever a command does can be called', async () => {
  const { output } = await runIn(process.cwd(), '--help');
  const commands = [...output.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== 'help');
  expect(Object.keys(functionsOf).toSorted()).toEqual(commands.toSorted());
  expect(Object.values(functionsOf).flat()).toEqual(
    Object.values(functionsOf)
      .flat()
      .filter((name) => docwright[name] !== undefined),
  );
});

test('each format of reports has a function', () => {
  const reporters = Object.keys(docwright).filter((name) => name.startsWith('report'));
  expect(reporters.toSorted()).toEqual(['Github', 'Html', 'Json', 'Junit', 'Markdown', 'Sarif', 'Text'].map((name) => `report${name}`));
});

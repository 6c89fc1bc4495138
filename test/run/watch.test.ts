import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding } from '../../generator/drift/finding.js';
import type { GenerateResult } from '../../generator/run/generate.js';
import { watch, type WatchOptions } from '../../generator/run/watch.js';
import { fatalPage, makeProject, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

let project: Project;

beforeEach(() => {
  project = makeProject({ 'openapi/v3/cups.md': pageText({ verb: 'get', answer: ['size | integer | Size'] }) });
});

afterEach(() => {
  project.dispose();
});

interface Run {
  readonly outcome: GenerateResult['outcome'];
  readonly rules: readonly string[];
}

/** Watches, and does one step after each run that did something; ends after the last. */
async function watchThrough(steps: readonly (() => void)[], options: Pick<WatchOptions, 'progress'> = {}): Promise<Run[]> {
  const runs: Run[] = [];
  const left = [...steps];
  await new Promise<void>((done, fail) => {
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    watch(project.settings, {
      ...options,
      end: ended,
      onRun({ outcome }: GenerateResult, findings: readonly Finding[]) {
        runs.push({ outcome, rules: findings.map(({ ruleId }) => ruleId) });
        const step = left.shift();
        if (step === undefined) end();
        else step();
      },
      onFailure: fail,
    }).then(done, fail);
  });
  return runs;
}

test('a watch generates, and says what changes in the API', { timeout: 60_000 }, async () => {
  const page = 'specs/openapi/v3/cups.md';
  const runs = await watchThrough([
    () => project.write(page, fatalPage),
    () => project.write(page, pageText({ verb: 'get', answer: ['size | string | Size'] })),
    () => project.write('specs/openapi/v3/pots.md', pageText({ verb: 'get' })),
  ]);
  expect(runs).toEqual([
    { outcome: 'written', rules: [] },
    { outcome: 'fatal', rules: [] },
    { outcome: 'written', rules: ['response-type-changed'] },
    { outcome: 'written', rules: ['page-added'] },
  ]);
  expect(project.files()).toHaveProperty(['src/v3/pots.ts']);
});

test('a page that changes while it is read is no fault', { timeout: 60_000 }, async () => {
  const page = 'specs/openapi/v3/cups.md';
  // No page that another test has read: what is known is not read again.
  const [first = '', ...texts] = ['one', 'two', 'three'].map((description) => pageText({ verb: 'get', description }));
  project.write(page, first);
  const runs = await watchThrough([], {
    progress: {
      begin(step) {
        const text = step === 'reading pages' ? texts.shift() : undefined;
        if (text !== undefined) project.write(page, text);
      },
      advance() {},
    },
  });
  expect(runs.map(({ outcome }) => outcome)).toEqual(['written']);
  expect(texts).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly needs?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

// A file of this project.
const workflow = parse(readFileSync('.github/workflows/release.yml', 'utf8')) as {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: { readonly test: Job; readonly publish: Job };
};
const { test: testing, publish } = workflow.jobs;
const commandsOf = ({ steps }: Job): string[] => steps.flatMap(({ run }) => run ?? []);

describe('the release', () => {
  it('begins with a tag and nothing else', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*.*.*'] } });
  });

  it('publishes both packages with their provenance, after all tests', () => {
    expect(publish.needs).toBe('test');
    expect(commandsOf(testing)).toEqual(['npm ci', 'npm test', 'npm run test:packages']);
    expect(commandsOf(publish).filter((command) => command.includes('npm publish'))).toEqual([
      'npm publish --provenance --access public',
      'npm publish --provenance --access public --workspace generated',
    ]);
  });

  it('may do no more than it must, and runs no script of others beside the right to publish', () => {
    expect(workflow.permissions).toEqual({});
    expect(testing.permissions).toEqual({ contents: 'read' });
    expect(publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(commandsOf(publish)[0]).toBe('npm ci --ignore-scripts');
    expect(readFileSync('.github/workflows/release.yml', 'utf8')).not.toContain('secrets.');
  });

  it('uses actions of a known version, and puts no text of others into a command', () => {
    const steps = [...testing.steps, ...publish.steps];
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    expect(steps.flatMap(({ run }) => run ?? []).filter((command) => command.includes('${{'))).toEqual([]);
  });
});

import { basename } from 'node:path';
import { version } from '../package-folder.js';
import { pathFrom, type PageFolder, type Surroundings } from './surroundings.js';

/**
 * A workflow for GitHub. With the pages in the same repository it asks of every pull request whether the SDK was made anew and what the
 * change breaks; with the pages in another one it asks every week whether they have moved on.
 */
export function exampleWorkflow({ folder, root, installs }: Surroundings, { repository }: PageFolder): string {
  const below = pathFrom(root, folder);
  const docwright = installs ? 'npx docwright' : `npx --yes docwright@^${version}`;
  const install = installs ? ['- run: npm ci'] : [];
  if (repository === undefined) {
    return workflow({
      on: ['pull_request:', 'push:'],
      folder: below,
      steps: [
        '- uses: actions/checkout@v4',
        '  with: { fetch-depth: 0 }',
        ...node,
        ...install,
        '# Is the SDK what the pages say?',
        `- run: ${docwright} check --format github`,
        '# What does the change mean for those who use the API?',
        "- if: ${{ !cancelled() && github.event_name == 'pull_request' }}",
        '  env:',
        '    BASE: ${{ github.event.pull_request.base.sha }}',
        `  run: ${docwright} diff "$BASE" --format github`,
      ],
    });
  }
  const own = basename(root);
  const source = repository.github === undefined ? 'OWNER/PAGES # the repository of the pages' : quote(repository.github);
  return workflow({
    on: ['push:', 'schedule:', "  - cron: '0 6 * * 1'"],
    folder: below === '.' ? own : `${own}/${below}`,
    steps: [
      '- uses: actions/checkout@v4',
      `  with: { path: ${quote(own)} }`,
      '- uses: actions/checkout@v4',
      '  with:',
      `    repository: ${source}`,
      `    path: ${quote(repository.name)}`,
      ...node,
      ...install,
      '# Is the SDK what the pages say?',
      `- run: ${docwright} check --format github`,
    ],
  });
}

const node: readonly string[] = ['- uses: actions/setup-node@v4', '  with: { node-version: 22 }'];

interface WorkflowParts {
  readonly on: readonly string[];
  /** Where commands run. */
  readonly folder: string;
  readonly steps: readonly string[];
}

function workflow({ on, folder, steps }: WorkflowParts): string {
  return [
    'name: docwright',
    'on:',
    ...on.map((line) => `  ${line}`),
    'permissions:',
    '  contents: read',
    'jobs:',
    '  docwright:',
    '    runs-on: ubuntu-latest',
    ...(folder === '.' ? [] : ['    defaults:', `      run: { working-directory: ${quote(folder)} }`]),
    '    steps:',
    ...steps.map((line) => `      ${line}`),
    '',
  ].join('\n');
}

/** JSON strings are YAML strings. */
function quote(text: string): string {
  return JSON.stringify(text);
}

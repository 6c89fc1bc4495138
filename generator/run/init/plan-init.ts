import { posix } from 'node:path';
import { version } from '../package-folder.js';
import { exampleWorkflow } from './example-workflow.js';
import { pathFrom, type PageFolder, type Surroundings } from './surroundings.js';

/** What the user, or nobody in CI, has decided. */
export interface InitChoice {
  readonly pages: PageFolder;
  /** Folder of the SDK, relative to the folder of `init`. */
  readonly out: string;
  /** How the SDK is called. */
  readonly name: string;
}

/** What `init` does before the first run. */
export interface InitPlan {
  /** To write where nothing stands yet, in this order. */
  readonly files: readonly PlannedFile[];
  /** What the user does next: a command or a deed, and what for. */
  readonly next: readonly string[];
}

export interface PlannedFile {
  /** Relative to the folder of `init`. */
  readonly path: string;
  readonly text: string;
}

/** Decides what to write for a choice. Touches nothing. */
export function planInit(surroundings: Surroundings, choice: InitChoice): InitPlan {
  const { folder, root, config, resolves, installs, ignored } = surroundings;
  const { out, pages } = choice;
  const workflow = posix.join(pathFrom(folder, root), '.github/workflows/docwright.yml');
  const dist = `${posix.join(out, 'dist')}/`;
  const files = [
    ...(config === undefined ? [{ path: configName(surroundings), text: configText(surroundings, choice) }] : []),
    { path: workflow, text: exampleWorkflow(surroundings, pages) },
    ...(ignored === undefined ? [{ path: '.gitignore', text: `${cache}\nnode_modules/\n${dist}\n` }] : []),
  ];
  const unignored = [cache, dist].filter((made) => ignored !== undefined && !made.startsWith('../') && !ignores(ignored, made));
  const isUnnamed = pages.repository !== undefined && pages.repository.github === undefined;
  return {
    files,
    next: [
      `read ${posix.join(out, 'README.md')}: the first call`,
      'npx docwright lint    what could be better in the pages',
      'npx docwright mock    a server to try the SDK against',
      ...(resolves || installs ? [] : [`npm install --save-dev docwright@^${version}    the same docwright for everybody`]),
      ...(isUnnamed ? [`write the repository of the pages into ${workflow}`] : []),
      ...(unignored.length === 0 ? [] : [`add ${unignored.join(' and ')} to .gitignore`]),
      `commit ${[...files.map(({ path }) => path), out].join(', ')}`,
    ],
  };
}

const cache = '.docwright-cache/';

/** Whether a line of `.gitignore` names a folder, or every folder of its name. */
function ignores(ignored: string, folder: string): boolean {
  const lines = ignored.split(/\r?\n/).map((line) => line.trim().replace(/\/$/, ''));
  const path = folder.replace(/\/$/, '');
  return [path, `/${path}`, posix.basename(path)].some((name) => lines.includes(name));
}

/** `.mjs` where `.js` would be no module. */
function configName({ isModule }: Surroundings): string {
  return isModule ? 'docwright.config.js' : 'docwright.config.mjs';
}

/** Typed by an import where docwright is installed, and by a comment where the import would fail. */
function configText({ resolves }: Surroundings, { pages, out, name }: InitChoice): string {
  const settings = [
    '{',
    `  specs: ${JSON.stringify(pages.path)},`,
    `  out: ${JSON.stringify(out)},`,
    `  package: { name: ${JSON.stringify(name)}, version: "0.1.0" },`,
    '}',
  ].join('\n');
  return resolves
    ? `import { defineConfig } from 'docwright';\n\nexport default defineConfig(${settings});\n`
    : `// @ts-check\n\n/** @type {import('docwright').Config} */\nexport default ${settings};\n`;
}

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { codeFacts } from '../support/code-facts.js';
import { runIn, type Ending } from '../support/command-line.js';
import { makeProject, type Project } from '../support/project.js';
import { fewTrials } from './collection.js';
import { foreignTokens } from './judge-code.js';

/** What drives a terminal, or is shown otherwise than it is read. A line feed ends lines everywhere. */
const driving = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const drives = (text: string): string | undefined => {
  const match = driving.exec(text.replaceAll('\n', ' '));
  return match === null ? undefined : JSON.stringify(text.slice(Math.max(0, match.index - 60), match.index + 20));
};

/** Overlays that nobody can read stop `openapi` and others; pages that nobody can read too. They are tried with the other commands. */
let project: Project;
let everything: Set<string>;

function paths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

async function run(...words: string[]): Promise<Ending> {
  const ending = await runIn(project.folder, ...words, '--jobs', '1');
  expect(`${ending.code} ${ending.errors}`).not.toMatch(/^70/);
  expect(drives(ending.output + ending.errors)).toBeUndefined();
  if (!words.includes('github')) expect(ending.output + ending.errors).not.toMatch(/^[^\S\n]*(?:::|##\[)/m);
  return ending;
}

beforeAll(async () => {
  project = makeProject(Object.fromEntries(fewTrials.flatMap(({ files }) => Object.entries(files))));
  for (const { plain } of fewTrials) for (const [file, text] of Object.entries(plain)) project.write(`base/${file}`, text);
  everything = new Set(paths(project.folder));
  const { code, errors } = await run('generate', '--keep-going');
  expect([code, errors]).toEqual([3, '']);
});

afterAll(() => project.dispose());

describe(`${String(fewTrials.length)} hostile pages through the commands`, () => {
  it('write nothing outside of the output folder and the cache', () => {
    const written = paths(project.folder).filter((path) => !everything.has(path));
    expect(written.filter((path) => !/^(?:generated|\.docwright-cache)(?:\/|$)/.test(path))).toEqual([]);
    expect(written.filter((path) => !/^[\w./-]+$/.test(path))).toEqual([]);
  });

  it('leave every generated file sound', () => {
    for (const [path, text] of Object.entries(project.files('generated'))) {
      if (drives(text) !== undefined) expect.fail(`${path}: ${drives(text) ?? ''}`);
      if (path.endsWith('.json')) JSON.parse(text);
      if (!path.endsWith('.ts') || path.startsWith('src/runtime/') || path.startsWith('test/support/')) continue;
      const facts = codeFacts(path, text);
      expect({ path, faults: facts.faults, own: foreignTokens(facts) }).toEqual({ path, faults: [], own: [] });
    }
  });

  it('are generated again without a difference', async () => {
    expect((await run('generate', '--keep-going')).output).toContain('0 files written, 0 deleted');
  });

  it.each(['lint', 'diff base specs', 'check'])('make reports of `%s` that are well-formed', async (command) => {
    const words = command.split(' ');
    const { output: json, code } = await run(...words, '--format', 'json');
    expect(code).toBe(3);
    expect(JSON.parse(json)).toMatchObject({ version: 1 });
    expect(JSON.parse((await run(...words, '--format', 'sarif')).output)).toMatchObject({ version: '2.1.0' });

    const { output: github } = await run(...words, '--format', 'github');
    expect(
      github
        .trimEnd()
        .split('\n')
        .filter((line) => !/^::(?:error|warning|notice) [^\n]*?title=[^:,]+::[^\n]*$/.test(line)),
    ).toEqual([]);
    expect(github).not.toMatch(/^::(?:add-mask|set-output|debug|stop-commands|set-env)/m);

    const { output: junit } = await run(...words, '--format', 'junit');
    expect(XMLValidator.validate(junit)).toBe(true);
    expect(elements(new XMLParser({ ignoreAttributes: false, preserveOrder: true }).parse(junit))).toEqual(
      new Set(
        ['?xml', 'testsuites', 'testsuite', 'testcase', 'failure', 'skipped', 'system-out', '#text'].filter((name) =>
          junit.includes(`<${name.replace('#text', '')}`),
        ),
      ),
    );

    const { output: markdown } = await run(...words, '--format', 'markdown');
    const outsideOfCode = markdown.replaceAll(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
    expect(outsideOfCode).not.toMatch(/<(?!br>|\/?(?:details|summary|sub|b)>)|@evil|\]\(javascript|!\[|https:\/\//);
    await run(...words, '--format', 'text');
  });

  it('make a web page of their differences in which they have no element, no handler and no link that runs', async () => {
    const { output: html } = await run('diff', 'base', 'specs', '--format', 'html');
    // Between `<` and `>` nothing comes from a page but the values of attributes, in double quotes.
    const tags = html.replace(/<(script|style)\b[^]*?<\/\1>/g, '').match(/<[^>]*>/g) ?? [];
    const bare = new Set(tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '""')));
    expect([...bare].filter((tag) => /evil|javascript|\son\w+=|<(?:img|iframe)/i.test(tag))).toEqual([]);
    expect(html).not.toMatch(/(?:href|src)="\s*javascript:/i);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('make an OpenAPI document, as JSON and as YAML, that reads back', async () => {
    for (const { files, payload, position } of fewTrials) {
      for (const file of Object.keys(files)) if (isUnreadable(file)) project.remove(`specs/${file}`);
      expect(payload.name + position.name).toBeTruthy();
    }
    const { code, output } = await run('openapi', '--quiet');
    expect(code).toBe(0);
    const document: unknown = JSON.parse(output);
    expect(parseYaml(output)).toEqual(document);
    expect(Object.keys(document as object)).toEqual(
      ['openapi', 'info', 'servers', 'tags', 'paths', 'webhooks', 'components', 'security'].filter((key) => key in (document as object)),
    );
  });

  it('are shown one by one', async () => {
    const [page = ''] = Object.keys(project.files('specs')).filter((path) => path.startsWith('openapi/v3/p10'));
    const { code, output } = await run('inspect', page);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ file: page });
  });

  it('make release notes', async () => {
    const git = (...words: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.example', '-c', 'init.defaultBranch=main', ...words], {
        cwd: project.folder,
        stdio: 'ignore',
      });
    git('init');
    execFileSync('sh', ['-c', 'mv specs hostile && mv base specs'], { cwd: project.folder });
    git('add', 'specs');
    git('commit', '-m', 'base');
    execFileSync('sh', ['-c', 'rm -rf specs && mv hostile specs'], { cwd: project.folder });
    git('add', 'specs');
    git('commit', '-m', '::error::evil \u001b[2J <script>evil()</script> [evil](javascript:evil())');
    const { output: markdown } = await run('changelog', 'HEAD~1..HEAD', '--by', 'commit');
    expect(markdown).not.toMatch(/^::error/m);
    const outsideOfCode = markdown.replaceAll(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
    expect(outsideOfCode).not.toMatch(/<(?!br>)|@evil|\]\(|!\[/);
    JSON.parse((await run('changelog', 'HEAD~1..HEAD', '--by', 'commit', '--format', 'json')).output);
  });
});

/** Names of all elements of a document that was parsed in order. */
function elements(nodes: unknown): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      for (const [name, children] of Object.entries(node)) {
        if (name === ':@') continue;
        names.add(name);
        visit(children);
      }
    }
  };
  visit(nodes);
  return names;
}

/** What was said to be fatal, as the last report tells. */
function isUnreadable(file: string): boolean {
  const report = JSON.parse(readFileSync(join(project.folder, 'generated/docwright.report.json'), 'utf8')) as {
    diagnostics: { severity: string; file: string }[];
  };
  return report.diagnostics.some((diagnostic) => diagnostic.severity === 'fatal' && diagnostic.file === file);
}

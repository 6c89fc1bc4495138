import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { exampleOf } from '../../generator/drift/rule-examples.js';
import type { RuleId } from '../../generator/drift/registry.js';
import { reportGithub } from '../../generator/report/github.js';
import { reportHtml } from '../../generator/report/html.js';
import { reportJson } from '../../generator/report/json.js';
import { reportJunit } from '../../generator/report/junit.js';
import { reportMarkdown } from '../../generator/report/markdown.js';
import type { Report, Reporter, View } from '../../generator/report/report.js';
import { reportSarif } from '../../generator/report/sarif.js';
import { reportText } from '../../generator/report/text.js';
import { hostileReport, plainView } from '../support/hostile-report.js';
import { readApi } from '../support/read-api.js';

/** The schema is of draft 4, of which it uses nothing that later drafts read otherwise. */
function sarifValidator(): ValidateFunction {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // The file is a schema, so an object.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.stringContaining('sarif-2.1.0')]);
  return formats.default(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })).compile(schema);
}

/** The report on a rule's own example, and a view that knows both pages. */
function reportOn(id: RuleId): { readonly report: Report; readonly view: View } {
  const example = exampleOf(id);
  if (example === undefined) throw new Error(`${id} has no example`);
  const { base, head } = example;
  const report: Report = { command: 'diff', ...diffApis(readApi(base).api, readApi(head).api) };
  const source: View['source'] = (file, revision) => (revision === 'base' ? base : head)[file];
  return { report, view: { ...plainView, source } };
}

const quiet: Report = {
  command: 'diff',
  findings: [],
  diagnostics: [],
  verdict: { breaking: false, docsOnly: true, semver: 'none', wire: 0, source: 0 },
};

describe('a report as text', () => {
  it('shows the rows of base and head, what breaks, and the verdict last', () => {
    const { report, view } = reportOn('request-became-required');
    expect(reportText(report, view)).toBe(`POST /v3/lamps
  error  request-became-required  \`json.colour\` was optional and is required now  (major, breaks wire and source)
    base openapi/v3/lamps.md:14:3
      14 | | colour {data-indent=1} | string | colour
         |   ^^^^^^ optional
    head openapi/v3/lamps.md:14:3
      14 | | colour {data-required data-indent=1} | string | colour
         |   ^^^^^^ required
  help  Release a new major version, and tell users of older ones: they misbehave, and their code needs an edit.

1 breaking change: 1 wire, 1 source break → next release: major
`);
  });

  it('says that an accepted finding has expired, or is not needed any more', () => {
    const entry = { fingerprint: 'f00d', rule: 'page-removed', reason: 'moved by hand' };
    const accepted = [
      { ...entry, until: '2026-01-01', state: 'expired' as const },
      { ...entry, state: 'unused' as const },
    ];
    const text = reportText({ ...quiet, accepted }, plainView);
    expect(text).toContain('error  accepted finding f00d (page-removed: moved by hand) expired on 2026-01-01');
    expect(text).toContain('warn   accepted finding f00d (page-removed: moved by hand) no longer occurs');
  });
});

describe('a report as JSON', () => {
  const schemas = { diff: 'diff', check: 'check', lint: 'lint' } as const;
  const files = { stale: ['src/a.ts'], missing: [], extra: [], edited: [] };

  it.each(Object.entries(schemas))('of %s satisfies its schema', (command, name) => {
    const schema: unknown = JSON.parse(readFileSync(new URL(`../../generator/report/${name}.schema.json`, import.meta.url), 'utf8'));
    const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema as object);
    for (const id of [
      'response-encryption-added',
      'request-enum-value-added',
      'page-moved',
      'request-field-renamed',
      'page-removed',
    ] as const) {
      const report = { ...reportOn(id).report, command: command as Report['command'], files };
      validate(JSON.parse(reportJson(report, plainView)));
      expect(validate.errors).toBeNull();
    }
    validate(JSON.parse(reportJson({ ...hostileReport, command: command as Report['command'], files }, plainView)));
    expect(validate.errors).toBeNull();
  });
});

describe('a report as SARIF', () => {
  it('satisfies the schema, with relative paths and stable fingerprints', () => {
    const validate = sarifValidator();
    for (const report of [reportOn('webhook-became-optional').report, hostileReport, quiet]) {
      const log: unknown = JSON.parse(reportSarif(report, plainView));
      validate(log);
      expect(validate.errors).toBeNull();
    }
    const { report } = reportOn('operation-added');
    const text = reportSarif(report, plainView);
    expect(text).toContain('specs/openapi/v3/lamps/%7Blamp_id%7D.md');
    expect(text).toContain(`"docwright/v1": "${report.findings?.[0]?.fingerprint ?? ''}"`);
  });
});

describe('a report as markdown', () => {
  it('puts breaking changes first and names rule, row and place', () => {
    const { report, view } = reportOn('request-became-required');
    expect(reportMarkdown(report, view)).toBe(`## The documented contract breaks

**1 wire, 1 source break → next release: major** (1 breaking change)

### Breaking changes

\`POST /v3/lamps\`

- \`json.colour\` was optional and is required now (\`request-became-required\` – breaks wire and source) \`openapi/v3/lamps.md:14\`
`);
  });

  it('stays within what a comment may hold', () => {
    const { report, view } = reportOn('request-became-required');
    const findings = Array.from({ length: 3000 }, (_, index) => ({
      ...report.findings?.[0],
      fingerprint: String(index),
      operation: `POST /v3/${index}`,
    }));
    const text = reportMarkdown({ ...report, findings: findings as NonNullable<Report['findings']> }, view);
    expect(text.length).toBeLessThan(65_536);
  });

  it('folds an edit that twenty pages share', () => {
    const { report, view } = reportOn('request-became-required');
    const [finding] = report.findings ?? [];
    const spot = (index: number) => ({ file: `openapi/v3/${index}.md`, line: 1, column: 1, value: 'required' });
    const findings = Array.from({ length: 20 }, (_, index) => ({ ...finding, operation: `POST /v3/${index}`, head: spot(index) }));
    expect(reportMarkdown({ ...report, findings: findings as NonNullable<Report['findings']> }, view)).toContain(
      'and the same 19 times more on 20 pages in all',
    );
  });
});

describe('a report as JUnit', () => {
  it('fails one test case per breaking change', () => {
    const { report, view } = reportOn('request-became-required');
    expect(reportJunit(report, view)).toContain('<testsuite name="docwright diff" tests="1" failures="1" errors="0" skipped="0">');
    expect(reportJunit(quiet, view)).toContain('<testcase classname="docwright" name="diff"/>');
  });
});

describe('a report as GitHub annotations', () => {
  it('points at the row in the repository', () => {
    const { report, view } = reportOn('response-encryption-removed');
    expect(reportGithub(report, view)).toMatch(
      /^::error file=specs\/openapi\/v3\/lamps\.md,line=\d+,col=3,title=response-encryption-removed::POST \/v3\/lamps · owner: /,
    );
  });
});

describe('a report as HTML', () => {
  it('shows the cells of both rows and marks what differs', () => {
    const { report, view } = reportOn('response-type-changed');
    const html = reportHtml(report, view);
    expect(html).toContain('<code><mark>number</mark></code>');
    expect(html).toContain('<code><mark>string</mark></code>');
    expect(html).toContain('href="specs/openapi/v3/lamps.md#L');
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });

  it.each<[string, Reporter]>([
    ['text', reportText],
    ['markdown', reportMarkdown],
    ['html', reportHtml],
    ['github', reportGithub],
  ])('%s says so where nothing changed, or says nothing', (name, reporter) => {
    const text = reporter(quiet, plainView);
    if (name === 'github') expect(text).toBe('');
    else expect(text).toContain('nothing changed in the documented contract');
  });
});

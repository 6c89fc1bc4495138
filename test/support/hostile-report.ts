import type { Finding } from '../../generator/drift/finding.js';
import type { Report, View } from '../../generator/report/report.js';

/** Everything that some output format would take for a command of its own. */
export const hostileText =
  '`</td><script>alert(1)</script>` %0A::error::x\r\n::set-output name=a::b "\'& @everyone [a](javascript:b) | \u001B]0;t\u0007 \u202E \u2028 \u0000 ]]> https://example.org';

export const hostileFinding: Finding = {
  ruleId: 'request-enum-value-added',
  class: 'contract',
  level: 'error',
  semver: 'major',
  breaks: 'both',
  side: 'request',
  operation: 'POST /v3/lamps',
  field: 'json.colour',
  values: { added: [hostileText], removed: [] },
  message: `\`json.colour\` may also be \`${hostileText}\` now`,
  help: hostileText,
  base: { file: 'openapi/v3/lamps,a:b.md', line: 3, column: 3, value: hostileText },
  head: { file: 'openapi/v3/lamps,a:b.md', line: 3, column: 3, value: hostileText },
  fingerprint: '0123456789abcdef',
  covers: [],
};

export const hostileReport: Report = {
  command: 'diff',
  findings: [hostileFinding],
  verdict: { breaking: true, docsOnly: false, semver: 'major', wire: 1, source: 1 },
  notEvaluated: [{ operation: hostileText, file: hostileText }],
  accepted: [{ fingerprint: 'f', rule: 'page-removed', reason: hostileText, state: 'unused' }],
  diagnostics: [
    {
      code: 'doc-unreadable',
      severity: 'fatal',
      file: 'openapi/v3/lights.md',
      place: { line: 1, column: 1, endColumn: 2 },
      message: hostileText,
      why: hostileText,
      help: hostileText,
      related: [],
    },
  ],
};

export const plainView: View = {
  colour: false,
  width: 100,
  version: '1.2.3',
  prefix: 'specs/',
  source: () => `one\ntwo\n| colour | string | ${hostileText.replaceAll(/[\r\n]/g, '')}`,
};

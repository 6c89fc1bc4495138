import { catalogue } from '../diagnostics/catalogue.js';
import { isRuleId, rules } from '../drift/registry.js';
import { printJson } from './print-json.js';
import { problemsOf, type Problem } from './problem.js';
import type { Reporter } from './report.js';

/** SARIF 2.1.0, for code scanning. Paths are relative to the root of the repository. */
export const reportSarif: Reporter = (report, { version, prefix }) => {
  const problems = problemsOf(report);
  const ids = [...new Set(problems.map(({ id }) => id))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'docwright', version, rules: ids.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        results: problems.map((problem) => resultOf(problem, ids, prefix)),
      },
    ],
  };
  return printJson(log);
};

function describeRule(id: string): object {
  if (isRuleId(id)) return { id, shortDescription: { text: rules[id].purpose }, help: { text: rules[id].help } };
  const declarations: Readonly<Record<string, { readonly title: string; readonly fix: string }>> = catalogue;
  const declaration = Object.hasOwn(declarations, id) ? declarations[id] : undefined;
  return declaration === undefined ? { id } : { id, shortDescription: { text: declaration.title }, help: { text: declaration.fix } };
}

const levels = { error: 'error', warn: 'warning', info: 'note' } as const;

function resultOf(
  { id, level, subject, message, file, line, column, fingerprint }: Problem,
  ids: readonly string[],
  prefix: string,
): object {
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: levels[level],
    message: { text: subject === '' ? message : `${subject}: ${message}` },
    ...(file !== '' && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(`${prefix}${file}`), uriBaseId: 'SRCROOT' },
            region: { startLine: line, startColumn: column },
          },
        },
      ],
    }),
    ...(fingerprint !== undefined && { partialFingerprints: { 'docwright/v1': fingerprint } }),
  };
}

/** Names of pages hold braces, which no URI does. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

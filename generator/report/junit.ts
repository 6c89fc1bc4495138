import { escapeXml } from './escape-xml.js';
import { problemsOf, type Problem } from './problem.js';
import type { Reporter } from './report.js';

/** One test case per thing said; those of level `error` failed. A run that has nothing to say is one test that passed. */
export const reportJunit: Reporter = (report) => {
  const problems = problemsOf(report);
  const failures = problems.filter(({ level }) => level === 'error').length;
  const cases = problems.length === 0 ? [`    <testcase classname="docwright" name="${report.command}"/>`] : problems.map(testCase);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${cases.length}" failures="${failures}">`,
    `  <testsuite name="docwright ${report.command}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

function testCase({ id, level, subject, message, help, file, line, column }: Problem): string {
  const place = file === '' ? '' : `${file}:${line}:${column}`;
  const name = [subject, place].filter((part) => part !== '').join(' ');
  const text = escapeXml([place, help].filter((part) => part !== '').join(' – '));
  const result =
    level === 'error'
      ? `<failure type="${escapeXml(id)}" message="${escapeXml(message)}">${text}</failure>`
      : `<system-out>${escapeXml(`${level}: ${message}`)} ${text}</system-out>`;
  return `    <testcase classname="${escapeXml(id)}" name="${escapeXml(name)}">${result}</testcase>`;
}

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { reportGithub } from '../../generator/report/github.js';
import { reportHtml } from '../../generator/report/html.js';
import { reportJson } from '../../generator/report/json.js';
import { reportJunit } from '../../generator/report/junit.js';
import { reportMarkdown } from '../../generator/report/markdown.js';
import { reportText } from '../../generator/report/text.js';
import { hostileReport, hostileText, plainView } from '../support/hostile-report.js';

describe('text of pages in reports', () => {
  it('drives no terminal', () => {
    const colourless = { ...plainView, colour: false };
    expect(reportText(hostileReport, colourless)).not.toMatch(
      /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u2028\u2029]/,
    );
  });

  it('gives GitHub no command of its own', () => {
    const lines = reportGithub(hostileReport, plainView).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=specs\/openapi\/v3\/lamps%2Ca%3Ab\.md,line=3,col=3,title=request-enum-value-added::POST/);
    expect(lines[0]).toContain('%250A');
    expect(lines.join('')).not.toMatch(/[\r\u001B]/);
  });

  it('becomes no markup and no link in markdown', () => {
    const text = reportMarkdown(hostileReport, plainView);
    const outsideOfCode = text.replaceAll(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
    expect(outsideOfCode).not.toMatch(/<(?!br>)|@everyone|\]\(|https:\/\/|\r/);
  });

  it('becomes no element of XML', () => {
    const xml = reportJunit(hostileReport, plainView);
    expect(XMLValidator.validate(xml)).toBe(true);
    const parsed = JSON.stringify(new XMLParser({ ignoreAttributes: false }).parse(xml));
    expect(parsed).not.toContain('"script"');
    expect(xml).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });

  it('becomes no element, attribute or script of HTML', () => {
    const html = reportHtml(hostileReport, plainView);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('alert(1)</script>');
    expect(html).toContain("script-src 'sha256-");
    expect(html).not.toMatch(/href="javascript:/i);
  });

  it('stays as it is in JSON', () => {
    const report: unknown = JSON.parse(reportJson(hostileReport, plainView));
    expect(report).toMatchObject({ findings: [{ help: hostileText }], diagnostics: [{ message: hostileText, line: 1, endColumn: 2 }] });
  });
});

import { describe, expect, it } from 'vitest';
import { createCollector } from '../../generator/diagnostics/collector.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { readPage, type Page, type Row, type Table } from '../../generator/page/index.js';
import { corpus } from '../support/corpus.js';

interface ReadPage {
  readonly file: string;
  readonly text: string;
  readonly page: Page | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const pages: readonly ReadPage[] = corpus.files.map((file) => {
  const text = corpus.read(file);
  const collector = createCollector(file);
  return { file, text, page: readPage(text, file, collector), diagnostics: collector.diagnostics };
});

/** What a row says, in a form that both readers can be reduced to. */
interface Facts {
  readonly line: number;
  readonly name: string;
  readonly depth: number;
  readonly required: boolean;
  readonly type: string;
  readonly values: readonly string[];
}

describe.skipIf(!corpus.present)('the real pages', () => {
  it('are all read', () => {
    const fatal = pages.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'fatal'));
    expect(fatal).toEqual([]);
    expect(count(pages.map(({ page }) => page?.kind ?? 'unread'))).toEqual({ single: 1045, mix: 65, stub: 8, index: 2 });
  });

  it('hold as many operations and notifications as were counted by hand', () => {
    const sections = pages.flatMap(({ file, page }) => (page?.sections ?? []).map(() => file.split('/').slice(0, 2).join('/')));
    expect(count(sections)).toEqual({ 'openapi/v2': 128, 'openapi/v3': 953, 'webhook/v2': 10, 'webhook/v3': 95 });
  });

  it('have two tables in every operation, and a call in nearly every sample', () => {
    const sections = pages.flatMap(({ file, page }) => (page?.sections ?? []).map((section) => ({ file, section })));
    expect(sections.filter(({ section }) => !section.request || !section.response)).toEqual([]);
    const silent = sections.filter(({ file, section }) => file.startsWith('openapi/') && section.samples.some(({ call }) => !call));
    expect(new Set(silent.map(({ file }) => file)).size).toBe(4);
  });

  it('are told the same by a reader that knows nothing but lines', () => {
    const differences = pages.flatMap(({ file, text, page }) => {
      const ours = (page?.sections ?? []).flatMap(({ request, response }) => [...factsOf(request), ...factsOf(response)]);
      const naive = page?.kind === 'index' ? [] : readNaively(text);
      return compareFacts(file, ours, naive);
    });
    const jumping = 'webhook/v3/RECHARGE.CLOSED.md'; // rows after a jump hang higher than their `data-indent` says (dialect.md §10)
    expect(differences.filter((difference) => !difference.startsWith(jumping))).toEqual([]);
    expect(differences).toHaveLength(3);
  });

  it('have the irregularities that were looked at one by one', () => {
    expect(count(pages.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))).toMatchInlineSnapshot(`
      {
        "doc-attribute-misplaced": 4,
        "doc-attribute-spelling": 2,
        "doc-block-unexpected": 3,
        "doc-child-of-scalar": 2,
        "doc-container-unclosed": 1,
        "doc-description-missing": 26,
        "doc-enum-duplicate": 1,
        "doc-enum-many-of-single": 1,
        "doc-heading-level": 1,
        "doc-indent-jump": 1,
        "doc-layer-detached": 64,
        "doc-layer-owner-ambiguous": 14,
        "doc-link-missing": 12,
        "doc-name-blank": 2,
        "doc-row-cells": 1,
        "doc-row-short": 98,
        "doc-text-html": 2,
        "doc-type-spelling": 1,
      }
    `);
  });

  it('are blamed only where the place holds what the message names', () => {
    const blank = pages.flatMap(({ text, diagnostics }) => {
      const lines = text.split('\n');
      return diagnostics.filter(({ place }) => (lines[place.line - 1] ?? '').slice(place.column - 1, place.endColumn - 1).trim() === '');
    });
    expect(blank.map(({ code, file, place }) => `${file}:${String(place.line)} ${code}`)).toEqual([]);
  });
});

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** The rows of a table in page order: the tree, flattened. */
function factsOf(table: Table | undefined): Facts[] {
  const facts: Facts[] = [];
  const visit = ({ name, place, required, type, description, children, decoded, alternatives }: Row, depth: number): void => {
    const values = description.values?.values.map(({ value }) => value) ?? [];
    facts.push({ line: place.line, name, depth, required, type: `${type.word}${type.list ? '[]' : ''}`, values });
    for (const row of children) visit(row, depth + 1);
    for (const row of decoded?.rows ?? []) visit(row, decoded?.label ? depth : depth + 1);
    for (const row of alternatives) visit(row, depth);
  };
  for (const row of table?.rows ?? []) visit(row, 0);
  return facts.sort((a, b) => a.line - b.line);
}

/** Every line that begins with a pipe and is neither header, delimiter, separator nor spanning row. */
function readNaively(text: string): Facts[] {
  return text.split('\n').flatMap((line, index) => {
    if (
      !line.startsWith('|') ||
      /^\| (?:请求参数|返回字典|应答规范|异常字典)/.test(line) ||
      /^[| -]+$/.test(line) ||
      line.includes('colspan=')
    )
      return [];
    const [, nameCell = '', typeCell = '', ...rest] = line.replaceAll('\\|', '\u0001').split('|');
    const description = rest
      .join('|')
      .replaceAll('\u0001', '|')
      .split('<br/>')
      .map((part) => part.trim());
    return {
      line: index + 1,
      name: nameCell.replace(/\{.*\}/, '').replaceAll(' ', ''),
      depth: Number(/data-indent=(\d+)/.exec(nameCell)?.[1] ?? 0),
      required: nameCell.includes('data-required') || typeCell.includes('data-required'),
      type: typeCell
        .replace(/\{.*\}/, '')
        .replaceAll('`', '')
        .trim(),
      values: [...new Set(description.flatMap(naiveValues))],
    };
  });
}

function naiveValues(line: string, index: number, lines: readonly string[]): string[] {
  const before = line.split(/枚举值/)[0] ?? '';
  const run = line.includes('枚举值') ? /(?:`[^`]+`(?: *\| *| +)?)+$/.exec(before.trim())?.[0] : undefined;
  if (run !== undefined) return [...run.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value);
  const isExplained = (other = ''): boolean => /^`[^`]+`\s*[：:]/.test(other);
  const neighbours = isExplained(lines[index - 1]) || isExplained(lines[index + 1]) || /枚举值[：:]?$/.test(lines[index - 1] ?? '');
  return isExplained(line) && neighbours ? [/^`([^`]+)`/.exec(line)?.[1] ?? ''] : [];
}

function compareFacts(file: string, ours: readonly Facts[], naive: readonly Facts[]): string[] {
  const lines = new Map(naive.map((facts) => [facts.line, facts]));
  const differences = ours.flatMap((facts) => {
    const other = lines.get(facts.line);
    lines.delete(facts.line);
    return JSON.stringify(facts) === JSON.stringify(other) ? [] : [`${file}: ${JSON.stringify(facts)} is ${JSON.stringify(other)}`];
  });
  return [...differences, ...[...lines.values()].map((facts) => `${file}: ${JSON.stringify(facts)} is missing`)];
}

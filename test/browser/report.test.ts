import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { exampleOf } from '../../generator/drift/rule-examples.js';
import type { RuleId } from '../../generator/drift/registry.js';
import { reportHtml } from '../../generator/report/html.js';
import type { Report, View } from '../../generator/report/report.js';
import { axeViolations, fitsWidth, hasBrowser, openBrowser, watchFaults } from '../support/browser.js';
import { hostileReport, plainView } from '../support/hostile-report.js';
import { readApi } from '../support/read-api.js';

/** Some edits, each on a page of its own. */
function manyEdits(ids: readonly RuleId[]): { readonly report: Report; readonly view: View } {
  const base: Record<string, string> = {};
  const head: Record<string, string> = {};
  ids.forEach((id, index) => {
    const example = exampleOf(id);
    const rename = (file: string): string => file.replace('lamps', `lamps-${index}`).replace('LAMP', `LAMP${index}`);
    for (const [file, text] of Object.entries(example?.base ?? {})) base[rename(file)] = text;
    for (const [file, text] of Object.entries(example?.head ?? {})) head[rename(file)] = text;
  });
  const report: Report = { command: 'diff', ...diffApis(readApi(base).api, readApi(head).api) };
  return { report, view: { ...plainView, source: (file, revision) => (revision === 'base' ? base : head)[file] } };
}

describe.skipIf(!hasBrowser)('the HTML report in a browser (skipped without Chromium)', () => {
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    watchFaults(page, faults);
    const { report, view } = manyEdits([
      'response-type-changed',
      'request-field-added-optional',
      'webhook-enum-value-added',
      'page-removed',
      'title-changed',
    ]);
    await page.setContent(reportHtml(report, view));
  });
  afterAll(() => browser.close());

  const shown = (): Promise<string[]> => page.locator('[data-level]:visible .message').allTextContents();

  it('shows everything at first', async () => {
    expect(await shown()).toHaveLength(5);
    expect(await page.locator('output').textContent()).toBe('5 changes');
  });

  it('filters by level, by words and by page', async () => {
    await page.getByLabel('other').uncheck();
    expect(await shown()).toHaveLength(3);
    await page.getByRole('searchbox').fill('webhook colour');
    expect(await shown()).toEqual([expect.stringContaining('may also be GREEN')]);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Filter by page').selectOption('openapi/v3/lamps-0.md');
    expect(await shown()).toEqual(['the type of volts was number and is string now']);
    expect(await page.locator('section.card:visible').count()).toBe(1);
    await page.getByRole('searchbox').fill('nothing like this');
    expect(await page.getByText('Nothing to show.').isVisible()).toBe(true);
  });

  it.each([390, 1280])('needs no sideways scrolling at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    expect(await fitsWidth(page)).toBe(true);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe knows, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Filter by page').selectOption('');
    await page.getByLabel('other').check();
    expect(await shown()).toHaveLength(5);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('runs nothing that a page says, and asks nobody', async () => {
    await page.setContent(reportHtml(hostileReport, plainView));
    expect(await page.locator('.message').first().textContent()).toContain('<script>alert(1)</script>');
    expect(faults).toEqual([]);
  });
});

import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { reportHtml } from '../../generator/report/html.js';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { earlierSpecs } from '../support/earlier-specs.js';
import { specsApi } from '../support/specs-api.js';
import { writeSpecsSite, type WrittenSite } from '../support/written-site.js';

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const isWanted = hasBrowser && process.env['SCREENSHOTS'] !== undefined;
const devices = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 860 } };
/** In bytes: a clone should stay small. */
const largest = 150_000;

const pages = {
  'site-index': 'index.html',
  'site-operation': 'pages/openapi/v3/aggracct-bc/wb-channel/special-reduction.html',
  'site-webhook': 'pages/webhook/v3/REFUND.SUCCESS.html',
  'site-changes': 'changes.html',
};

describe.skipIf(!isWanted)('the screenshots of the documentation (skipped unless SCREENSHOTS is set)', () => {
  let site: WrittenSite;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    site = writeSpecsSite(earlierSpecs().api);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    site.dispose();
  });

  describe.each(Object.entries(devices))('on a %s', (device, viewport) => {
    const picture = (name: string): string => `${folder}${name}-${device}.png`;

    it.each(Object.entries(pages))('%s', async (name, path) => {
      const page = await browser.newPage({ viewport, colorScheme: 'light' });
      await page.goto(site.address(path));
      await page.screenshot({ path: picture(name) });
      expect(statSync(picture(name)).size).toBeLessThan(largest);
    });

    it('site-search', async () => {
      const page = await browser.newPage({ viewport, colorScheme: 'dark' });
      await page.goto(site.address(pages['site-index']));
      await page.keyboard.press('/');
      await page.keyboard.type('refund amount');
      await page.locator('.hits li').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.screenshot({ path: picture('site-search') });
      expect(statSync(picture('site-search')).size).toBeLessThan(largest);
    });

    it('report', async () => {
      const base = earlierSpecs();
      const head = specsApi();
      const page = await browser.newPage({ viewport, colorScheme: 'light' });
      const view = {
        colour: false,
        width: 100,
        version: '0.1.0',
        prefix: 'specs/',
        source: (file: string, revision: 'base' | 'head') => (revision === 'base' ? base : head).source(file),
      };
      await page.setContent(reportHtml({ command: 'diff', ...diffApis(base.api, head.api) }, view));
      await page.screenshot({ path: picture('report') });
      expect(statSync(picture('report')).size).toBeLessThan(largest);
    });
  });
});

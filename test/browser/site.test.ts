import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations, fitsWidth, hasBrowser, openBrowser, watchFaults } from '../support/browser.js';
import { earlierSpecs } from '../support/earlier-specs.js';
import { serveFolder } from '../support/serve-folder.js';
import { writeSpecsSite, type WrittenSite } from '../support/written-site.js';

const pages = {
  index: 'index.html',
  group: 'groups/v3/merchant-service.html',
  operation: 'pages/openapi/v3/aggracct-bc/wb-channel/special-reduction.html',
  'operation with an end of life': 'pages/openapi/v3/statements.html',
  'page of several operations': 'pages/openapi/v3/payscore/serviceorder.html',
  webhook: 'pages/webhook/v3/REFUND.SUCCESS.html',
  'page index': 'pages/openapi/index.html',
  'text of a page': 'pages/openapi/v3/certificates~source.html',
  health: 'health.html',
  changes: 'changes.html',
};

describe.skipIf(!hasBrowser).each([390, 1280])(
  'the site in a browser %i pixels wide, from the disk (skipped without Chromium)',
  (width) => {
    let site: WrittenSite;
    let browser: Browser;
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      site = writeSpecsSite(earlierSpecs().api);
      browser = await openBrowser();
      page = await browser.newPage({ viewport: { width, height: 844 } });
      watchFaults(page, faults);
    });
    afterAll(async () => {
      await browser.close();
      site.dispose();
    });

    const open = (path: string): Promise<unknown> => page.goto(site.address(path));
    const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent');

    describe('the search', () => {
      beforeEach(async () => {
        await open(pages.operation);
        await page.keyboard.press('/');
      });

      it('opens the best hit by the keyboard alone', async () => {
        await page.keyboard.type('out_refund_no amount');
        await page.locator('.hits li').first().waitFor();
        expect(await page.getByRole('status').textContent()).toMatch(/^\d+ hits$/);
        await page.keyboard.press('ArrowDown');
        const [first, second] = await page.locator('.hits a').allTextContents();
        expect(await focused()).toBe(first);
        await page.keyboard.press('ArrowDown');
        expect(await focused()).toBe(second);
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Enter');
        await page.waitForURL(/refund/i);
        expect(first).toContain(await page.locator('.endpoint code').first().textContent());
      });

      it('opens the first hit by Enter, shows why a field was found, and goes away by Escape', async () => {
        await page.keyboard.type('judicial');
        await page.locator('.hits li').first().waitFor();
        expect(await page.locator('.hits .word').first().textContent()).toBe('JUDICIAL_DEDUCTION');
        await page.keyboard.press('Escape');
        expect(await page.locator('.hits').isVisible()).toBe(false);
        await page.getByRole('searchbox').fill('certificates');
        await page.keyboard.press('Enter');
        await page.waitForURL(/certificates\.html#get$/);
      });

      it('says that nothing was found', async () => {
        await page.keyboard.type('no such thing');
        await page.getByText('Nothing found').waitFor();
        expect(await page.locator('.hits li').count()).toBe(0);
      });

      it('takes a slash for a slash while one is typing', async () => {
        await page.keyboard.type('v3/cert');
        expect(await page.getByRole('searchbox').inputValue()).toBe('v3/cert');
      });

      it('has no fault that axe knows, with its hits open', async () => {
        await page.keyboard.type('amount');
        await page.locator('.hits li').first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        expect(await fitsWidth(page)).toBe(true);
      });
    });

    it('leads from the first page to an operation and to the line of a row', async () => {
      await open(pages.index);
      await page.getByRole('link', { name: 'aggracct-bc' }).click();
      await page.getByRole('link', { name: '对商户号做特殊减额' }).click();
      expect(await page.locator('h1').textContent()).toBe('对商户号做特殊减额');
      await page.getByRole('link', { name: '14', exact: true }).click();
      expect(await page.locator(':target').textContent()).toContain('bal_account_no');
      expect(await page.locator(':target').isVisible()).toBe(true);
    });

    it('indents what is inside of a field', async () => {
      await open(pages.webhook);
      const left = async (name: string): Promise<number> =>
        (await page.locator('.name code').getByText(name, { exact: true }).first().boundingBox())?.x ?? 0;
      const places = [
        await left('body'),
        await left('resource'),
        await left('ciphertext'),
        await left('amount'),
        await left('exchange_rate'),
      ];
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(new Set(places).size).toBe(places.length);
    });

    it.each(Object.entries(pages))('has no sideways scrolling and no fault that axe knows: %s', async (_, path) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await open(path);
        expect(await fitsWidth(page)).toBe(true);
        expect(await axeViolations(page)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: null });
    });

    it('shows the same without scripts, but for the search', async () => {
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const still = await plain.newPage();
      await still.goto(site.address(pages.operation));
      expect(await still.getByRole('searchbox').isVisible()).toBe(false);
      expect(await still.getByText('bal_account_no', { exact: true }).first().isVisible()).toBe(true);
      await plain.close();
    });

    it('works in any folder of a server', async () => {
      const server = await serveFolder(site.folder, '/some/where');
      const visit = await browser.newPage();
      const broken: string[] = [];
      visit.on('console', (message) => (message.type() === 'error' ? broken.push(message.text()) : undefined));
      visit.on('requestfailed', (request) => broken.push(request.url()));
      await visit.goto(`${server.origin}/some/where/${pages.operation}`);
      await visit.keyboard.press('/');
      await visit.keyboard.type('certificates');
      await visit.locator('.hits li').first().waitFor();
      await visit.keyboard.press('Enter');
      await visit.waitForURL('**/some/where/pages/openapi/v3/certificates.html#get');
      expect(await visit.locator('h1').textContent()).toBe('取得平台证书');
      expect(broken).toEqual([]);
      await visit.close();
      await server.close();
    });

    it('breaks no policy, asks nobody and fails nowhere', () => {
      expect(faults).toEqual([]);
    });
  },
);

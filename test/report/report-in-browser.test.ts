import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../bench/find-browser.ts';
import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { renderHtml } from '../../report/render-html.ts';
import { sample } from './sample.ts';

const executablePath = findBrowser();

/** Shown as skipped where there is no browser; the script's logic is tried without one in client-filter.test.ts. */
const describeInBrowser = executablePath === undefined ? describe.skip : describe;

describeInBrowser('the working edition in a browser, from disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  async function open(input: AuditInput, name: string): Promise<void> {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, renderHtml(buildAudit(input)));
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(path).href);
  }

  const rows = (): Promise<string[]> =>
    page.locator('#contact-table tbody tr:visible').evaluateAll((list) => list.map((row) => row.id));

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test('a headline number shows the rows behind it, and Show all brings the rest back', async () => {
    await open(sample(), 'filter');
    expect(await rows()).toHaveLength(6);
    await page.click('#reading-broad .figure a');
    expect(await rows()).toEqual(['r-x_a', 'r-x_b', 'r-x_c']);
    expect(await page.textContent('#filter-status')).toBe('3 of 6 contacts (verdict: status-only or mixed)');
    await page.click('#filter button[type=reset]');
    expect(await rows()).toHaveLength(6);
    expect(complaints).toEqual([]);
  });

  test('verdict, year, review and words filter together', async () => {
    await open(sample(), 'form');
    await page.selectOption('[name=year]', '2015');
    await page.fill('[name=text]', 'OFFER address');
    await page.locator('#filter-status:has-text("text: OFFER address")').waitFor();
    expect(await rows()).toEqual(['r-x_b']);
    await page.selectOption('[name=review]', '0');
    await page.locator('#filter-status:has-text("needs no review")').waitFor();
    expect(await rows()).toEqual([]);
  });

  test('a heading sorts, and a second click sorts the other way', async () => {
    await open(sample(), 'sort');
    const persons = page.locator('#contact-table th:has-text("Persons")');
    await persons.locator('button').click();
    expect((await rows()).slice(0, 2)).toEqual(['r-x_e', 'r-x_f']);
    await persons.locator('button').click();
    expect((await rows()).slice(0, 2)).toEqual(['r-x_a', 'r-x_b']);
    expect(await persons.getAttribute('aria-sort')).toBe('descending');
  });

  test('a quote’s link opens its page at the quote, and a subject its contact', async () => {
    await open(sample(), 'open');
    await page.click('#r-x_d td[data-label="Words"] a');
    expect(await page.locator('details.page[open] mark:text("fentanyl")').isVisible()).toBe(true);
    await page.click('#r-x_d td[data-label="Subject"] a');
    expect(await page.locator('#c-x_d .message').isVisible()).toBe(true);
  });

  test('a long table shows a stretch at a time', async () => {
    const input = sample();
    const [first] = input.exchanges;
    if (first === undefined) throw new Error('the sample has exchanges');
    const exchanges = Array.from({ length: 450 }, (_, i) => ({
      ...first,
      exchange_id: `x_${i}`,
      contact_id: `k_${i}`,
    }));
    await open({ ...input, exchanges }, 'long');
    expect(await rows()).toHaveLength(200);
    await page.click('[data-more=page]');
    expect(await rows()).toHaveLength(400);
    await page.click('[data-more=all]');
    expect(await rows()).toHaveLength(450);
    await page.click('#filter button[type=reset]');
    expect(await rows()).toHaveLength(200);
    await page.evaluate(() => {
      document.location.hash = '#r-x_99';
    });
    await page.locator('#r-x_99').waitFor();
    expect((await rows()).at(-1)).toBe('r-x_99');
  });

  test('scripts and pictures in records neither run nor load', async () => {
    const input = sample();
    const hostile =
      '</script><script>alert(1)</script><img src="https://remote.example/x.png" onerror="alert(2)">';
    const items = input.items.map((one) => ({
      ...one,
      subject: hostile,
      body: `${one.body}${hostile}`,
      from: hostile,
    }));
    const exchanges = input.exchanges.map((one) => ({ ...one, subject: hostile }));
    await open({ ...input, title: hostile, items, exchanges }, 'hostile');
    await page.click('#r-x_d td[data-label="Subject"] a');
    expect(await page.locator('#c-x_d').textContent()).toContain('<script>alert(1)</script>');
    expect(complaints).toEqual([]);
  });

  test('without scripts every row and every contact is still there', async () => {
    await open(sample(), 'plain');
    await page.close();
    const context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(`${pathToFileURL(join(folder, 'plain.html')).href}#c-x_d`);
    expect(await page.locator('#contact-table tbody tr:visible').count()).toBe(6);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    expect(await page.locator('#c-x_d').isVisible()).toBe(true);
    await context.close();
  });

  test.each([375, 768, 1280])('nothing runs off sideways at %d pixels', async (width) => {
    await open(sample(), 'wide');
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

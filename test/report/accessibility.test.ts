import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../bench/find-browser.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { forPublication } from '../../report/public-report.ts';
import { renderHtml } from '../../report/render-html.ts';
import { page as pageOf, sample } from './sample.ts';

const executablePath = findBrowser();

/** Shown as skipped where there is no browser. */
const describeInBrowser = executablePath === undefined ? describe.skip : describe;

/** Text as it stands: the checker runs in the page, where nothing of the test is known. */
const AXE = readFileSync(
  createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'),
  'utf8',
);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const input = sample();
const report = buildAudit({
  ...input,
  pages: input.pages.map((one) =>
    one.page === 2
      ? pageOf('2015.pdf', 2, 'The lab found fentanyl.', {
          bates: 'EX-0002',
          runs: [{ start: 0, end: 23, x0: 72, y0: 100, x1: 210, y1: 112, size: 12, font: 'a' }],
        })
      : one,
  ),
  page_images: input.page_images.flatMap((image) => [image, { ...image, page: 2 }]),
  supplements: {
    request: 'All e-mail with ICE.',
    corrections: [
      { date: '2026-03-01', text: 'A page was read twice.', raised_by: '', contact_ids: ['k_b'] },
    ],
    responses: [
      { contact_id: 'k_b', by: 'Example Police', date: null, disputed: true, text: 'He was a suspect.' },
    ],
  },
});

describeInBrowser('either edition for people who read it in other ways', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-access-'));
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  /** `zoom` 2 is what 200 % makes of a window: half as many CSS pixels, each twice as large. */
  async function open(
    edition: 'working' | 'public',
    width: number,
    scheme: 'light' | 'dark',
    zoom = 1,
  ): Promise<void> {
    context = await browser.newContext({
      viewport: { width: width / zoom, height: 800 },
      deviceScaleFactor: zoom,
      colorScheme: scheme,
    });
    page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, `${edition}.html`)).href);
  }

  beforeAll(async () => {
    writeFileSync(join(folder, 'working.html'), renderHtml(report));
    writeFileSync(join(folder, 'public.html'), renderHtml(forPublication(report), 'public'));
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const VIEWS = (['working', 'public'] as const).flatMap((edition) =>
    (['light', 'dark'] as const).flatMap((scheme) => [
      { edition, scheme, width: 375, zoom: 1 },
      { edition, scheme, width: 768, zoom: 1 },
      { edition, scheme, width: 1280, zoom: 1 },
      { edition, scheme, width: 1280, zoom: 2 },
    ]),
  );

  test.each(VIEWS)(
    'breaks no rule of WCAG 2.2 AA: $edition, $scheme, $width pixels, zoom $zoom',
    async ({ edition, scheme, width, zoom }) => {
      await open(edition, width, scheme, zoom);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.evaluate(AXE);
      const options: RunOptions = { runOnly: RULES, resultTypes: ['violations'] };
      const found = await page.evaluate((with_) => {
        const { axe } = globalThis as unknown as {
          axe: { run: (context: Document, options: unknown) => Promise<AxeResults> };
        };
        return axe.run(document, with_);
      }, options);
      expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(found.passes.length).toBeGreaterThan(10);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width / zoom,
      );
    },
  );

  test('with the keyboard alone one comes from the head to a contact’s words and back', async () => {
    await open('public', 1280, 'light');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('To the summary');
    await page.locator('nav a', { hasText: 'Contacts' }).focus();
    await page.keyboard.press('Enter');
    const sort = page.locator('#contact-table th button').first();
    await sort.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#contact-table th').first().getAttribute('aria-sort')).toBe('ascending');
    await page.keyboard.press('Enter');
    expect(await page.locator('#contact-table th').first().getAttribute('aria-sort')).toBe('descending');
    await page.locator('#r-x_d td[data-label="Subject"] a').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#c-x_d .message').isVisible()).toBe(true);
    await page.locator('#c-x_d .back a').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#r-x_d').isVisible()).toBe(true);
  });

  test('every stop of the keyboard can be seen, and none is a trap', async () => {
    await open('working', 1280, 'light');
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const { name, outline } = await page.evaluate(() => {
        const on = document.activeElement;
        const style = on === null ? null : getComputedStyle(on);
        return {
          name: on === null ? '' : `${on.tagName} ${on.id} ${on.outerHTML.slice(0, 120)}`,
          outline: style === null ? '' : `${style.outlineStyle} ${style.outlineWidth}`,
        };
      });
      expect(outline).toMatch(/^(?!none)\w+ [1-9]/);
      seen.add(name);
    }
    expect(seen.size).toBeGreaterThan(40);
  });
});

import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** Milliseconds that a step may take on a machine that does other work as well. */
const PATIENCE = 180_000;

/** Milliseconds until a step has shown its result and the page answers again. */
async function timed(page: Page, step: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await step();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return Math.round(performance.now() - start);
}

/** Opens an edition in Chromium and does what a reader does, each step with its milliseconds. */
export async function usePage(path: string): Promise<[string, number][]> {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    return [
      ['open the page', await timed(page, () => page.goto(pathToFileURL(path).href))],
      ['follow a headline number', await timed(page, () => page.click('#reading-broad .figure a'))],
      [
        'sort by persons',
        await timed(page, () => page.click('#contact-table th:has-text("Persons") button')),
      ],
      [
        'search for a word',
        await timed(page, async () => {
          await page.fill('[name=text]', 'detainer');
          await page.locator('#filter-status:has-text("text: detainer")').waitFor();
        }),
      ],
      ['show all again', await timed(page, () => page.click('#filter button[type=reset]'))],
      ['open a contact', await timed(page, () => page.click('#contact-table tbody tr td:first-child a'))],
      ['back to the summary', await timed(page, () => page.click('nav a[href="#summary"]'))],
    ];
  } finally {
    await browser.close();
  }
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../bench/find-browser.ts';
import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { renderHtml } from '../../report/render-html.ts';
import { sample } from './sample.ts';

const executablePath = findBrowser();

/** Shown as skipped where there is no browser. */
const describeInBrowser = executablePath === undefined ? describe.skip : describe;

const CONTACTS = 620;
const AXE = readFileSync(
  createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Many contacts over the sample's messages, one of which has a message of its own. */
function longInput(): AuditInput {
  const input = sample();
  const [first] = input.exchanges;
  const [item] = input.items;
  if (first === undefined || item === undefined) throw new Error('the sample has exchanges and items');
  const own = { ...item, item_id: 'i_own', body: `${item.body} A pomegranate & a <quince>.`, witnesses: [] };
  const exchanges = Array.from({ length: CONTACTS }, (_, i) => ({
    ...first,
    exchange_id: `x_${i}`,
    contact_id: `k_${i}`,
    incident_id: null,
    subject: i === CONTACTS - 1 ? 'Zebra crossing' : `Case ${i}`,
    ...(i === CONTACTS - 2 ? { items: ['i_own'], evidence: [] } : {}),
  }));
  return { ...input, items: [...input.items, own], exchanges };
}

describeInBrowser('a page of many contacts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-long-'));
  const path = join(folder, 'index.html');
  const url = pathToFileURL(path).href;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  async function open(hash = '', javaScriptEnabled = true): Promise<void> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${url}${hash}`);
  }

  const rows = (): Promise<string[]> =>
    page.locator('#contact-table tbody tr').evaluateAll((list) => list.map((row) => row.id));
  const written = (): Promise<number> => page.locator('details.exhibit').count();

  beforeAll(async () => {
    writeFileSync(path, renderHtml(buildAudit(longInput())));
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterEach(() => page.context().close());
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
    expect(complaints).toEqual([]);
  });

  test('without scripts every row, contact and page stands in it', async () => {
    await open('', false);
    expect(await page.locator('table.contacts tbody tr').count()).toBe(CONTACTS);
    expect(await written()).toBe(CONTACTS);
    expect(await page.locator('#more-rows').isVisible()).toBe(true);
    await page.goto(`${url}#c-x_${CONTACTS - 1}`);
    expect(
      await page
        .locator(`#c-x_${CONTACTS - 1} .message`)
        .first()
        .isVisible(),
    ).toBe(true);
  });

  test('with scripts contacts are written out as a reader comes to them', async () => {
    await open();
    expect(await written()).toBeLessThan(CONTACTS);
    await page.locator('#exhibits').scrollIntoViewIfNeeded();
    await page.locator('details.exhibit').first().waitFor();
    await page.locator('#incidents').scrollIntoViewIfNeeded();
    await page.locator(`#exhibits summary:has-text("Contact ${CONTACTS}")`).waitFor();
    expect(await page.locator('.late noscript').count()).toBeLessThan(13);
  });

  test('a link to a contact, its message and back to its row opens what waits', async () => {
    const [last, far] = [`x_${CONTACTS - 1}`, `x_${CONTACTS - 2}`];
    await open(`#c-${last}`);
    expect(await page.locator(`#c-${last} .message`).first().isVisible()).toBe(true);
    await page.click(`#c-${last} .back a`);
    await page.locator(`#r-${last}`).waitFor();
    expect(await rows()).toContain(`r-${last}`);
    await page.evaluate(() => {
      document.location.hash = '#m-i_own';
    });
    expect(await page.locator(`#c-${far} #m-i_own`).isVisible()).toBe(true);
  });

  test.each([
    [
      'pomegranate <quince>',
      `r-x_${CONTACTS - 2}`,
      'words of a message that waits, marks of HTML among them',
    ],
    ['zebra', `r-x_${CONTACTS - 1}`, 'words of a row that is not shown'],
  ])('the search for %j finds %s: %s', async (words, row) => {
    await open();
    await page.fill('[name=text]', words);
    await page.locator('#filter-status:has-text("1 of 620 contacts")').waitFor();
    expect(await rows()).toEqual([row]);
    await page.click('#filter button[type=reset]');
    expect(await rows()).toHaveLength(200);
  });

  test('a heading sorts the rows that are not shown as well', async () => {
    await open();
    const subject = page.locator('#contact-table th:has-text("Subject") button');
    await subject.click();
    await subject.click();
    expect((await rows())[0]).toBe(`r-x_${CONTACTS - 1}`);
    await page.click('[data-more=all]');
    expect(new Set(await rows()).size).toBe(CONTACTS);
  });

  test('all of it is printed', async () => {
    await open();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await written()).toBe(CONTACTS);
    expect(await rows()).toHaveLength(CONTACTS);
    expect(await page.locator('.late').count()).toBe(0);
  });

  test('breaks no rule of WCAG 2.2 AA, waiting or written out', async () => {
    await open();
    await page.evaluate(AXE);
    const check = () =>
      page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run: (...a: unknown[]) => Promise<AxeResults> } };
        const found = await axe.run(
          { include: ['#contacts', '#exhibits'] },
          { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] },
        );
        return found.violations.map(({ id }) => id);
      });
    expect(await check()).toEqual([]);
    await page.locator('#exhibits').scrollIntoViewIfNeeded();
    await page.locator('details.exhibit').first().waitFor();
    expect(await check()).toEqual([]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { type AuditInput, buildAudit, renderHtml } from '../report/index.ts';
import { findBrowser } from './find-browser.ts';
import { simulateCase } from './simulate-case.ts';

/** A report of this many contacts has to be ready sooner than `SECONDS`. */
const CONTACTS = Number(process.argv[2] ?? 10_000);
const SECONDS = 20;
/** Milliseconds that a step may take on a machine that does other work as well. */
const PATIENCE = 180_000;

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}

function render(input: AuditInput): { html: string; build: number; write: number } {
  const start = performance.now();
  const audit = buildAudit(input);
  const build = seconds(start);
  const again = performance.now();
  return { html: renderHtml(audit), build, write: seconds(again) };
}

/** Milliseconds until a step has shown its result and the page answers again. */
async function timed(page: Page, step: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await step();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return Math.round(performance.now() - start);
}

async function use(html: string): Promise<[string, number][]> {
  const folder = mkdtempSync(join(tmpdir(), 'measure-report-'));
  const path = join(folder, 'index.html');
  writeFileSync(path, html);
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
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

const { html, build, write } = render(simulateCase(CONTACTS));
const megabytes = (Buffer.byteLength(html) / 1e6).toFixed(1);
process.stdout.write(
  `${CONTACTS} contacts: audit ${build.toFixed(1)} s, page ${write.toFixed(1)} s, ${megabytes} MB\n`,
);
for (const [step, milliseconds] of await use(html)) {
  process.stdout.write(`${step.padEnd(26)}${milliseconds} ms\n`);
}
if (build + write > SECONDS) {
  process.stdout.write(`slower than ${SECONDS} s\n`);
  process.exitCode = 1;
}

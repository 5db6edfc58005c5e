import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { PROJECT_ROOT } from '../workers/index.ts';
import { findBrowser } from './find-browser.ts';

/** The committed sample report, made of a finished case's public edition; `docs/sample-report`. */
const folder = join(PROJECT_ROOT, 'docs/sample-report');
const report = resolve(process.argv[2] ?? 'demo-case', 'report');
const executablePath = findBrowser();

mkdirSync(folder, { recursive: true });
copyFileSync(join(report, 'public.html'), join(folder, 'index.html'));
copyFileSync(join(report, 'report.pdf'), join(folder, 'report.pdf'));

if (executablePath !== undefined) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1000, height: 1180 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.screenshot({ path: join(folder, 'report.png') });
  await browser.close();
} else {
  process.stdout.write('No browser, so that report.png is as it was.\n');
}

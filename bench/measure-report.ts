/**
 * Makes every edition of a made-up case, with the time each takes, and uses both pages in a browser.
 *
 *     npm run measure:report -- [contacts] [--no-browser] [--keep folder]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeEditions } from './make-editions.ts';
import { simulateCase } from './simulate-case.ts';
import { usePage } from './use-page.ts';

const options = process.argv.slice(2);
const keepAt = options.indexOf('--keep');
/** The editions of this many contacts have to be ready sooner than `SECONDS`. */
const CONTACTS = Number(options.find((option) => /^\d+$/.test(option)) ?? 10_000);
const SECONDS = 20;
const print = (line: string) => process.stdout.write(`${line}\n`);

const kept = keepAt < 0 ? undefined : options[keepAt + 1];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'measure-report-'));
mkdirSync(folder, { recursive: true });
try {
  const steps = await makeEditions(folder, simulateCase(CONTACTS));
  print(`${CONTACTS} contacts`);
  for (const { name, seconds, bytes } of steps) {
    const size = bytes === null ? '' : `${(bytes / 1e6).toFixed(1)} MB`;
    print(`  ${name.padEnd(34)}${seconds.toFixed(1).padStart(6)} s  ${size.padStart(8)}`);
  }
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  print(`  ${'all editions'.padEnd(34)}${total.toFixed(1).padStart(6)} s  (at most ${SECONDS} s)`);
  if (total > SECONDS) process.exitCode = 1;
  if (!options.includes('--no-browser')) {
    for (const name of ['index.html', 'public.html']) {
      print(name);
      for (const [step, milliseconds] of await usePage(join(folder, name))) {
        print(`  ${step.padEnd(34)}${String(milliseconds).padStart(6)} ms`);
      }
    }
  }
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true });
}

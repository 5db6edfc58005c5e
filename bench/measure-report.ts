/**
 * Makes every edition of a made-up case as a run does, then part by part with the time each takes, and uses both pages in a browser.
 *
 *     npm run measure:report -- [contacts] [--no-browser] [--keep folder]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeEditions, makeParts, type Step } from './make-editions.ts';
import { simulateCase } from './simulate-case.ts';
import { usePage } from './use-page.ts';

const options = process.argv.slice(2);
const keepAt = options.indexOf('--keep');
/** The editions of this many contacts have to be ready sooner than `SECONDS`. */
const CONTACTS = Number(options.find((option) => /^\d+$/.test(option)) ?? 10_000);
const SECONDS = 20;
const print = (line: string) => process.stdout.write(`${line}\n`);

function show({ name, seconds, processor, bytes }: Step): void {
  const size = bytes === null ? '' : `${(bytes / 1e6).toFixed(1)} MB`;
  const [wall, work] = [seconds, processor].map((value) => value.toFixed(1));
  print(`  ${name.padEnd(34)}${wall?.padStart(6)}${work?.padStart(11)}  ${size.padStart(8)}`);
}

const kept = keepAt < 0 ? undefined : options[keepAt + 1];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'measure-report-'));
mkdirSync(folder, { recursive: true });
try {
  const data = simulateCase(CONTACTS);
  print(`${CONTACTS} contacts                        seconds  processor`);
  const { database, editions } = await makeEditions(join(folder, 'case'), data);
  show({ ...database, name: 'filling case.sqlite' });
  show({ ...editions, name: `all editions (at most ${SECONDS} s)` });
  if (editions.seconds > SECONDS) process.exitCode = 1;
  print('  one after the other');
  for (const step of await makeParts(folder, data)) show(step);
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

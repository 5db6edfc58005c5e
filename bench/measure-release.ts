/**
 * Compares the exports of a case with the gold of the Linden Grove release and prints the counts side by side.
 *
 *     node dist/bench/measure-release.js <case folder> [gold folder]
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { caseLayout } from '../case/index.ts';
import type { Exchange, LinkedItem } from '../classify/index.ts';
import { openCase } from '../workers/index.ts';
import { scoreScans, type WordScore } from './score-scans.ts';

interface GoldMessage {
  id: string;
  thread: string;
  headers: { from: string; to: string; date: string; subject: string };
  body_new: string;
}

interface GoldThread {
  thread: string;
  messages: string[];
  verdict: string;
  incident: string;
}

const VERDICTS = [
  'status-only',
  'mixed',
  'criminal-investigation',
  'undetermined',
  'administrative',
  'not-contact',
];

const [caseFolder = 'demo-case', goldFolder = 'fixtures/linden-grove'] = process.argv.slice(2);

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const bare = (subject: string) => letters(subject.replace(/^((re|fwd?):\s*)+/i, ''));
const sender = (from: string) => letters(from.split('<')[0] ?? '');

/** Sender, minute on the writer's clock, and subject: what every copy of a message shows. */
function signature(from: string, minute: string, subject: string): string {
  return `${sender(from)} ${minute} ${bare(subject)}`;
}

/** `Tue, 06 Jan 2015 05:52:09 -0600` → `2015-01-06T05:52`, without a change of zone. */
function wallClockMinute(date: string): string {
  const shifted = new Date(`${date.replace(/ [+-]\d{4}$/, '')} +0000`);
  return shifted.toISOString().slice(0, 16);
}

const messages = readLines<GoldMessage>(join(goldFolder, 'messages.jsonl'));
const threads = JSON.parse(readFileSync(join(goldFolder, 'threads.json'), 'utf8')) as GoldThread[];
const items = readLines<LinkedItem>(join(caseFolder, 'export/items.jsonl'));
const exchanges = readLines<Exchange>(join(caseFolder, 'export/exchanges.jsonl'));

const gold = new Map(
  messages.map(({ id, headers }) => [
    signature(headers.from, wallClockMinute(headers.date), headers.subject),
    id,
  ]),
);
const messageOf = new Map<string, string>();
const spurious: string[] = [];
for (const item of items) {
  if (item.duplicate_of !== null || item.kind !== 'email') continue;
  const id = gold.get(signature(item.from, (item.date ?? '').slice(0, 16), item.subject));
  if (id === undefined) spurious.push(item.item_id);
  else messageOf.set(item.item_id, id);
}
const found = new Set(messageOf.values());
const split = messageOf.size - found.size;

const members = exchanges.map((exchange) => ({
  exchange,
  ids: new Set(exchange.items.flatMap((item) => messageOf.get(item) ?? [])),
}));
let whole = 0;
let exact = 0;
let right = 0;
let readable = 0;
const confusion = new Map<string, number>();
for (const { messages: all, verdict } of threads) {
  const readables = all.filter((id) => found.has(id));
  if (readables.length === 0) continue;
  readable += 1;
  const best = members.reduce((a, b) => (overlap(b.ids, readables) > overlap(a.ids, readables) ? b : a));
  if (best.ids.size === readables.length && overlap(best.ids, readables) === readables.length) {
    exact += 1;
    if (readables.length === all.length) whole += 1;
  }
  if (best.exchange.verdict === verdict) right += 1;
  const cell = `${verdict} → ${best.exchange.verdict}${best.exchange.needs_review ? ' (put to review)' : ''}`;
  confusion.set(cell, (confusion.get(cell) ?? 0) + 1);
}

function overlap(ids: Set<string>, wanted: string[]): number {
  return wanted.filter((id) => ids.has(id)).length;
}

const count = <T>(list: T[], keep: (one: T) => boolean) => list.filter(keep).length;
const print = (line: string) => process.stdout.write(`${line}\n`);
print(
  `messages   found ${found.size} of ${messages.length}, spurious ${spurious.length}, found twice ${split}`,
);
print(
  `threads    ${readable} of ${threads.length} with a readable message; exchanges exact ${exact} (whole thread ${whole})`,
);
print(`verdicts   right ${right} of ${readable}`);
for (const verdict of VERDICTS) {
  const said = count(exchanges, (exchange) => exchange.verdict === verdict);
  print(`  ${verdict.padEnd(24)} gold ${count(threads, (one) => one.verdict === verdict)}  found ${said}`);
}
const { files, pages } = openCase(caseLayout(resolve(caseFolder)));
const prints = JSON.parse(readFileSync(join(goldFolder, 'release-gold.json'), 'utf8'));
const scans = scoreScans(prints, messages, files, pages);
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
const wordScore = ({ prints: number, written, found: words }: WordScore) =>
  `${number} prints, words found ${words} of ${written} (${share(words, written)})`;
if (scans.scans.prints > 0) {
  print(`scans      ${wordScore(scans.scans)}`);
  print(`text layer ${wordScore(scans.text)}`);
  const { onlyOnScans } = scans;
  const strange = [...new Set(scans.strange)].slice(0, 20).join(' ');
  print(`           words on scans that nobody wrote: ${scans.strange.length} ${strange}`);
  print(
    `           messages only on scans found ${count(onlyOnScans, (id) => found.has(id))} of ${onlyOnScans.length}`,
  );
}
print('wrong or put to review:');
for (const [cell, times] of [...confusion].sort()) {
  const [truth, said = ''] = cell.split(' → ');
  if (truth !== said) print(`  ${times} × ${cell}`);
}

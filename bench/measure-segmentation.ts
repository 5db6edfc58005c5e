/**
 * Measures segmentation: messages found, spurious and missed, header fields and page ranges exact, on the sample release;
 * with the folder of a corpus of real prints and replies as argument, on those as well. `--notes` lists every miss.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureLayouts } from './layouts/measure-layouts.ts';
import { measureScans } from './layouts/measure-scans.ts';
import { measureQuotedReplies } from './measure-quoted-reply.ts';
import { type Segmented, segmentFile } from './read-pages.ts';
import { readRelease } from './read-release.ts';
import { measureRelease, readMessages, readThreads } from './score-linking.ts';
import { emptyScore, printScore, type Score, scoreMessages } from './score-segmentation.ts';
import { type ExpectedPrint, readOpenGold, readReleaseGold } from './segmentation-gold.ts';

const showNotes = process.argv.includes('--notes');
const corpus = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

function show(name: string, score: Score): void {
  console.log(printScore(name, score));
  if (showNotes) for (const note of score.notes) console.log(`    ${note}`);
}

function isWithin(print: ExpectedPrint, page: number | null): boolean {
  const { page_start, page_end } = print.message;
  return page !== null && page_start !== null && page_end !== null && page >= page_start && page <= page_end;
}

/** Scores the pages with a text layer; messages on scanned pages are counted apart, since no engine has read those yet. */
function scoreRelease(
  prints: ExpectedPrint[],
  { items, pages }: Segmented,
  top: Score,
  quoted: Score,
): number {
  const unread = new Set(pages.filter((page) => page.method === 'unread').map((page) => page.page));
  const readable = prints.filter((print) => !unread.has(print.message.page_start ?? 0));
  const mail = items.filter((item) => item.kind === 'email');
  const byPage = [...readable].sort((a, b) => (a.message.page_start ?? 0) - (b.message.page_start ?? 0));
  scoreMessages(
    mail.filter((item) => item.origin === 'printed'),
    byPage.map((print) => print.message),
    top,
  );
  const quotations = mail.filter((item) => item.origin === 'quoted');
  const placed = new Set<string>();
  for (const print of byPage) {
    const inside = quotations.filter((item) => isWithin(print, item.page_start));
    for (const item of inside) placed.add(item.item_id);
    scoreMessages(inside, print.quoted, quoted);
  }
  const stray = quotations.filter((item) => !placed.has(item.item_id));
  scoreMessages(stray, [], quoted);
  return prints.length - readable.length;
}

async function measureSample(folder: string): Promise<void> {
  const [top, quoted] = [emptyScore(), emptyScore()];
  let scanned = 0;
  const gold = readReleaseGold(folder);
  for (const file of [...new Set(gold.map((print) => print.file))].sort()) {
    const prints = gold.filter((print) => print.file === file);
    scanned += scoreRelease(prints, await segmentFile(join(folder, 'release', file)), top, quoted);
  }
  show('sample release, top level', top);
  show('sample release, quoted', quoted);
  console.log(`  messages on scanned pages, not read: ${scanned}`);
}

/** Copies of a message, exchanges and incidents, as they are found in the release's own files. */
async function measureLinks(folder: string): Promise<void> {
  const messages = readMessages(folder);
  const release = await readRelease(folder, messages);
  console.log(measureRelease(release, messages, readThreads(folder)).join('\n'));
}

async function measureOpen(folder: string): Promise<void> {
  const path = join(folder, 'email-pdf', 'gold-open.json');
  if (!existsSync(path)) return;
  const [top, quoted] = [emptyScore(), emptyScore()];
  let flagged = 0;
  let short = 0;
  for (const { file, promised, messages } of readOpenGold(path)) {
    const { items, issues } = await segmentFile(join(folder, file));
    const mail = items.filter((item) => item.kind === 'email');
    for (const [score, isQuoted] of [
      [top, false],
      [quoted, true],
    ] as const) {
      scoreMessages(
        mail.filter((item) => (item.origin === 'quoted') === isQuoted),
        messages.filter((message) => message.quoted === isQuoted),
        score,
      );
    }
    if (promised > messages.length) short += 1;
    if (issues.some((problem) => problem.code === 'missing-messages')) flagged += 1;
  }
  show('real prints, top level', top);
  show('real prints, quoted', quoted);
  console.log(`  prints that promise more messages than they hold: ${short}, said so: ${flagged}`);
}

await measureSample(join('fixtures', 'linden-grove'));
await measureLinks(join('fixtures', 'linden-grove'));
if (process.argv.includes('--layouts')) await measureLayouts(join('fixtures', 'linden-grove'), show);
if (process.argv.includes('--scans')) await measureScans(join('fixtures', 'linden-grove'), show);
if (corpus) {
  await measureOpen(corpus);
  measureQuotedReplies(join(corpus, 'quoted-reply'), showNotes);
} else {
  console.log('Real prints and replies: give the folder of the corpus as an argument.');
}

import type { Page, SourceFile } from '../ingest/index.ts';

interface GoldPrint {
  message: string;
  file: string;
  /** Null for a message of a mailbox, which is printed on no page. */
  page_start: number | null;
  page_end: number | null;
  quotes: string[];
}

interface GoldMessage {
  id: string;
  headers: { from: string; to: string; subject: string };
  body_new: string;
}

export interface WordScore {
  /** Printed messages compared. */
  prints: number;
  /** Words that the writer wrote, and those of them that the pages have. */
  written: number;
  found: number;
}

export interface ScanScore {
  /** Prints whose every page was read by character recognition. */
  scans: WordScore;
  /** The rest, read from the text layer: what the same comparison gives where nothing is misread. */
  text: WordScore;
  /** Words read on scans that stand neither in what was written there nor on any page with a text layer, numbers left out. */
  strange: string[];
  /** Messages that stand on scans and on no other page. */
  onlyOnScans: string[];
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Names without addresses, which some prints leave out; the date is printed in words of its own. */
function wordsOf({ headers, body_new }: GoldMessage): string[] {
  const people = `${headers.from} ${headers.to}`.replace(/<[^>]*>/g, ' ');
  return words(`${people} ${headers.subject} ${body_new}`);
}

/** How many of the written words stand in the text, each of its words used once. */
function countFound(written: string[], read: string[]): number {
  const left = new Map<string, number>();
  for (const word of read) left.set(word, (left.get(word) ?? 0) + 1);
  return written.filter((word) => {
    const times = left.get(word) ?? 0;
    left.set(word, times - 1);
    return times > 0;
  }).length;
}

/** Compares the words of each printed message, quotations included, with the text of its pages. */
export function scoreScans(
  prints: GoldPrint[],
  messages: readonly GoldMessage[],
  files: readonly Pick<SourceFile, 'file_id' | 'path'>[],
  pages: readonly Pick<Page, 'file_id' | 'page' | 'method' | 'text'>[],
): ScanScore {
  const empty = (): WordScore => ({ prints: 0, written: 0, found: 0 });
  const score: ScanScore = { scans: empty(), text: empty(), strange: [], onlyOnScans: [] };
  const known = new Set(pages.filter(({ method }) => method === 'text').flatMap(({ text }) => words(text)));
  const byId = new Map(messages.map((message) => [message.id, message]));
  const paths = new Map(files.map(({ file_id, path }) => [file_id, path]));
  const byPlace = new Map(pages.map((page) => [`${paths.get(page.file_id)} ${page.page}`, page]));
  const elsewhere = new Set<string>();
  const scanned = new Set<string>();
  for (const { message, file, page_start, page_end, quotes } of prints) {
    if (page_start === null || page_end === null) continue;
    const numbers = Array.from({ length: page_end - page_start + 1 }, (_, index) => page_start + index);
    const own = numbers.flatMap((number) => byPlace.get(`${file} ${number}`) ?? []);
    const isScan = own.length > 0 && own.every(({ method }) => method === 'ocr');
    for (const id of [message, ...quotes]) (isScan ? scanned : elsewhere).add(id);
    const written = [message, ...quotes].flatMap((id) => wordsOf(byId.get(id) as GoldMessage));
    const read = words(own.map(({ text }) => text).join('\n'));
    const sum = isScan ? score.scans : score.text;
    sum.prints += 1;
    sum.written += written.length;
    sum.found += countFound(written, read);
    if (!isScan) continue;
    const expected = new Set(written);
    const isStrange = (word: string) => !known.has(word) && !expected.has(word) && !/\d/.test(word);
    score.strange.push(...read.filter(isStrange));
  }
  score.onlyOnScans = [...scanned].filter((id) => !elsewhere.has(id)).sort();
  return score;
}

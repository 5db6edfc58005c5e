import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlText } from '../ingest/html-text.ts';
import { normalizeDate, splitBody } from '../ingest/index.ts';
import { sameDate, samePeople } from './score-segmentation.ts';
import { simpleMailBody } from './simple-mail-body.ts';

interface QuotedCase {
  file: string;
  reply?: string;
  new?: string;
  has?: string[];
  lacks?: string[];
  kinds?: string[];
  quoted?: { from?: string; to?: string; date?: string; subject?: string; text?: string };
}

const squeeze = (text: string): string => text.replace(/\s/g, '');

function bodyOf(path: string): string {
  const text = readFileSync(path, 'utf8').replace(/\r\n/g, '\n');
  if (path.endsWith('.html')) return htmlText(text);
  return path.endsWith('.eml') ? simpleMailBody(text) : text;
}

/** What is wrong with the split of one sample; empty where all is as its library expects. */
function judge(wanted: QuotedCase, body: string): string[] {
  const { parts, quoted } = splitBody(body);
  const text = (kinds: string[]): string =>
    parts
      .filter((part) => kinds.includes(part.kind))
      .map((part) => body.slice(part.start, part.end))
      .join('\n');
  const fresh = text(['new']);
  const wrong: string[] = [];
  const check = (good: boolean, what: string) => {
    if (!good) wrong.push(what);
  };
  if (wanted.reply !== undefined) {
    const own = text(['new', 'signature', 'disclaimer']);
    check(squeeze(own) === squeeze(wanted.reply), `reply ${JSON.stringify(own.slice(0, 120))}`);
  }
  if (wanted.new !== undefined)
    check(squeeze(fresh) === squeeze(wanted.new), `new ${JSON.stringify(fresh.slice(0, 120))}`);
  for (const word of wanted.has ?? []) check(fresh.includes(word), `lacks ${word}`);
  for (const word of wanted.lacks ?? []) check(!fresh.includes(word), `has ${word}`);
  if (wanted.kinds) {
    const kinds = parts.map((part) => part.kind);
    check(kinds.join() === wanted.kinds.join(), `parts ${kinds.join()}`);
  }
  if (wanted.quoted) {
    const message = quoted[0];
    check(message !== undefined, 'no quoted message');
    const raw = message?.headers_raw ?? {};
    const { from, to, date, subject, text: words } = wanted.quoted;
    if (from !== undefined) check(samePeople(raw.from ?? '', from), `from ${raw.from}`);
    if (to !== undefined) check(samePeople(raw.to ?? '', to), `to ${raw.to}`);
    if (date !== undefined)
      check(sameDate(normalizeDate(raw.date ?? ''), date) && raw.date !== undefined, `date ${raw.date}`);
    if (subject !== undefined) check(raw.subject === subject, `subject ${raw.subject}`);
    if (words !== undefined) check(squeeze(message?.body ?? '').includes(squeeze(words)), 'quoted text');
  }
  return wrong;
}

/** Prints the share of the three libraries' samples that are split as their own tests expect. */
export function measureQuotedReplies(folder: string, notes: boolean): void {
  const expected = JSON.parse(readFileSync(join('bench', 'quoted-reply-expected.json'), 'utf8')) as {
    cases: QuotedCase[];
  };
  const byLibrary = new Map<string, { right: number; all: number }>();
  for (const wanted of expected.cases) {
    const library = wanted.file.split('/')[0] ?? '';
    const count = byLibrary.get(library) ?? { right: 0, all: 0 };
    const wrong = judge(wanted, bodyOf(join(folder, wanted.file)));
    count.all += 1;
    if (wrong.length === 0) count.right += 1;
    else if (notes) console.log(`    ${wanted.file}: ${wrong.join('; ')}`);
    byLibrary.set(library, count);
  }
  const all = [...byLibrary.values()].reduce((sum, { right }) => sum + right, 0);
  const shares = [...byLibrary].map(([library, { right, all: whole }]) => `${library} ${right}/${whole}`);
  console.log(
    `quoted replies as three libraries expect: ${all}/${expected.cases.length}  (${shares.join(', ')})`,
  );
}

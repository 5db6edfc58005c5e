import type { CaseData } from '../case/index.ts';

/** What somebody who knows a file expects of it. Fields that are left out are not looked at. */
export interface Expectation {
  /** Path inside the folder. */
  file: string;
  /** What is expected, in words. */
  why: string;
  password?: string;
  /** Why it is not met, where that is known. */
  because?: string;
  status?: string[];
  /** A code among its issues, or those of a file inside it. */
  issue?: string;
  /** Words on a page or in an item of it or of a file inside it. */
  text?: string;
  also?: string;
  /** Messages with headers that stand in it, quotations left out, those of files inside it counted. */
  emails?: number;
  /** Quotations left out. */
  items?: number;
  pages?: number;
  /** At least so many files inside it. */
  entries?: number;
  /** End of the path of a file inside it, or a name that an item of it states. */
  attachment?: string;
  sender?: string;
  subject?: string;
  /** Begin of an item's date. */
  date?: string;
  kind?: string;
  contacts?: number;
  failed_redaction?: boolean;
  /** A text file of the folder whose words are to be found, and which share of them. */
  words?: string;
  share?: number;
  /** Longest time for reading it. */
  seconds?: number;
}

export interface Answer {
  expectation: Expectation;
  /** What came otherwise; empty where all is as expected. */
  faults: string[];
}

const fold = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the words of a text that are found, each as often as it stands there. */
function shareFound(wanted: string, found: string): number {
  const counts = new Map<string, number>();
  for (const word of wordsOf(found)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const list = wordsOf(wanted);
  const hits = list.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  });
  return list.length === 0 ? 0 : hits.length / list.length;
}

/** Holds what came of a file against what is expected. `read` gives a text file of the folder, `seconds` the time of reading. */
export function checkExpectation(
  expectation: Expectation,
  data: CaseData,
  read: (path: string) => string,
  seconds: (sha256: string) => number | null,
): Answer {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const { file, status, issue, text, also, emails, entries, attachment } = expectation;
  const own = data.files.find(({ path }) => path === file);
  if (!own) return { expectation, faults: ['not in the ledger'] };
  // What came of a copy stands with the file that it is a copy of.
  const first =
    data.files.find(({ sha256, status }) => sha256 === own.sha256 && status !== 'duplicate') ?? own;
  const inside = data.files.filter(({ path }) => path.startsWith(`${first.path}!/`));
  const ids = new Set([first, ...inside].map(({ file_id }) => file_id));
  const items = data.items.filter(({ file_id }) => ids.has(file_id));
  const pages = data.pages.filter(({ file_id }) => ids.has(file_id));
  const words = [
    ...pages.map((page) => page.text),
    ...items.map(({ subject, body }) => `${subject}\n${body}`),
  ].join('\n');
  const issues = [first, ...inside].flatMap((one) => one.issues.map(({ code }) => code));
  if (status) expect(status.includes(first.status), `status ${first.status}`);
  if (issue)
    expect(
      issues.some((code) => code === issue),
      `no issue ${issue}`,
    );
  for (const wanted of [text, also])
    if (wanted) expect(fold(words).includes(fold(wanted)), `no words "${wanted}"`);
  const found = items.filter(({ kind, origin }) => kind === 'email' && origin !== 'quoted').length;
  if (emails !== undefined) expect(found === emails, `${found} messages`);
  const top = items.filter(({ origin }) => origin !== 'quoted').length;
  if (expectation.items !== undefined) expect(top === expectation.items, `${top} items`);
  if (expectation.pages !== undefined) expect(first.pages === expectation.pages, `${first.pages} pages`);
  if (entries !== undefined) expect(inside.length >= entries, `${inside.length} files inside`);
  if (attachment) {
    const named = items.some((item) => item.attachments.includes(attachment));
    expect(named || inside.some(({ path }) => path.endsWith(attachment)), `no ${attachment}`);
  }
  const { sender, subject, date, kind } = expectation;
  if (sender)
    expect(
      items.some(({ from }) => from.includes(sender)),
      `not from ${sender}`,
    );
  if (subject)
    expect(
      items.some((item) => item.subject.includes(subject)),
      'another subject',
    );
  if (date)
    expect(
      items.some((item) => item.date?.startsWith(date) === true),
      'another date',
    );
  if (kind)
    expect(
      items.some((item) => item.kind === kind),
      `no item of kind ${kind}`,
    );
  if (expectation.contacts !== undefined) {
    const mine = new Set(items.map(({ exchange_id }) => exchange_id));
    const contacts = data.exchanges.filter(
      (one) => one.contact_id !== null && mine.has(one.exchange_id),
    ).length;
    expect(contacts === expectation.contacts, `${contacts} contacts`);
  }
  if (expectation.failed_redaction !== undefined) {
    const failed = pages.some((page) => page.failed_redaction);
    expect(failed === expectation.failed_redaction, `failed redaction: ${failed ? 'yes' : 'no'}`);
  }
  if (expectation.words) {
    const share = shareFound(read(expectation.words), pages.map((page) => page.text).join('\n'));
    expect(share >= (expectation.share ?? 1), `${Math.round(100 * share)} % of the words`);
  }
  const took = seconds(own.sha256);
  if (expectation.seconds !== undefined && took !== null)
    expect(took <= expectation.seconds, `took ${took.toFixed(1)} s`);
  return { expectation, faults };
}

import { type Issue, type IssueCode, issue } from './issue.ts';
import type { OcrReading } from './ocr-page.ts';
import type { Page } from './page.ts';
import { isBetterText, isPoorLayer } from './page-quality.ts';
import { pageRanges } from './page-ranges.ts';
import { withRedactions } from './redaction-reading.ts';
import type { Tally } from './tally.ts';

/** Why a page that was to be read by a recogniser was not. */
export interface PageFailure {
  page: number;
  reason: 'timeout' | 'memory' | 'crash';
}

/** What came of the recognition of a file's pages, besides the pages. */
export interface Recognition {
  failures: PageFailure[];
  /** Issues of the first reading that recognition cannot change. */
  standing: Issue[];
}

/** A page that waits for a recogniser: something is on it that no engine has read, or its text layer is not to be trusted. */
export function wantsOcr({ method, text }: Page): boolean {
  return method === 'unread' || (method === 'text' && isPoorLayer(text));
}

/**
 * The page with what a recogniser found on it; `engine` as it is to stand in the record. Of two texts the better one is the
 * page's and the other is set aside.
 */
export function withReading(page: Page, reading: OcrReading, engine: string): Page {
  if (page.method === 'text' && !isBetterText(page.text, reading.text)) {
    return { ...page, set_aside_text: reading.text || null };
  }
  if (reading.method !== 'ocr') {
    // A sheet with a stamp is not blank, and what else stands on it is still unread.
    return page.chars > 0 ? page : { ...page, method: reading.method, engine };
  }
  const set_aside_text = page.chars > 0 ? page.text : null;
  return withRedactions({ ...page, ...reading, engine, set_aside_text });
}

const FAILURES: Record<PageFailure['reason'], string> = {
  timeout: 'took longer than a page may take',
  memory: 'needed more memory than a page may take',
  crash: 'broke the worker that did it',
};

/** Names the pages whose recognition failed, each reason with its pages. */
function tellOfFailures(failures: PageFailure[], tally: Tally): void {
  for (const reason of ['timeout', 'memory', 'crash'] as const) {
    const pages = failures.filter((failure) => failure.reason === reason).map(({ page }) => page);
    if (pages.length === 0) continue;
    const where = pageRanges(pages);
    tally.lose(issue(reason, `Reading ${where} by character recognition ${FAILURES[reason]}.`, where));
  }
}

/** Under this mean confidence about every tenth word is wrong. */
const LOW_CONFIDENCE = 70;

type Told = { pages: Page[]; failed: number[]; lost?: PageFailure[]; recognised?: Recognition };

/** Names the pages whose pictures nobody has read, and those that were read with little confidence. */
export function tellOfScans(told: Told, tally: Tally): void {
  const { pages, failed, lost = [], recognised } = told;
  const { failures = [], standing = [] } = recognised ?? {};
  for (const problem of standing) tally.note(problem);
  tellOfFailures(failures, tally);
  const named = new Set([...failed, ...[...lost, ...failures].map(({ page }) => page)]);
  const scans = pages.filter(({ page, method }) => method === 'unread' && !named.has(page));
  if (scans.length > 0) {
    const where = pageRanges(scans.map(({ page }) => page));
    const message = recognised
      ? `No words were recognised in the picture or drawing on ${where}.`
      : `Nothing but an image or a drawing stands on ${where}.`;
    tally.lose(issue('no-text-layer', message, where));
  }
  tellOfDoubts(told, tally);
}

function tellOfDoubts({ pages, recognised }: Told, tally: Tally): void {
  const note = (code: IssueCode, marked: Page[], message: (where: string) => string) => {
    const where = pageRanges(marked.map(({ page }) => page));
    if (marked.length > 0) tally.note(issue(code, message(where), where));
  };
  const replaced = pages.filter((page) => page.method === 'ocr' && isPoorLayer(page.set_aside_text ?? ''));
  note(
    'poor-text-layer',
    replaced,
    (where) => `The text layer of ${where} is poor; the picture was read instead.`,
  );
  if (!recognised) {
    const poor = pages.filter((page) => page.method === 'text' && isPoorLayer(page.text));
    note('poor-text-layer', poor, (where) => `The text layer of ${where} is poor.`);
  }
  const doubtful = pages.filter((page) => (page.ocr_confidence ?? 100) < LOW_CONFIDENCE);
  note('low-confidence', doubtful, (where) => `Character recognition is unsure of its words on ${where}.`);
}

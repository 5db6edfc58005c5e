import { issue } from './issue.ts';
import type { OcrReading } from './ocr-page.ts';
import type { Page } from './page.ts';
import { pageRanges } from './page-ranges.ts';
import type { Tally } from './tally.ts';

/** Why a page that was to be read by a recogniser was not. */
export interface PageFailure {
  page: number;
  reason: 'timeout' | 'memory' | 'crash';
}

/** A page that waits for a recogniser: something is on it that no engine has read. */
export function wantsOcr(page: Page): boolean {
  return page.method === 'unread';
}

/** The page with what a recogniser found on it; `engine` as it is to stand in the record. */
export function withReading(page: Page, reading: OcrReading, engine: string): Page {
  if (reading.method !== 'ocr') {
    // A sheet with a stamp is not blank, and what else stands on it is still unread.
    return page.chars > 0 ? page : { ...page, method: reading.method, engine };
  }
  return { ...page, ...reading, engine, set_aside_text: page.chars > 0 ? page.text : null };
}

const FAILURES: Record<PageFailure['reason'], string> = {
  timeout: 'took longer than a page may take',
  memory: 'needed more memory than a page may take',
  crash: 'broke the worker that did it',
};

/** Names the pages whose recognition failed, each reason with its pages. */
export function loseFailures(tally: Tally, failures: PageFailure[]): void {
  for (const reason of ['timeout', 'memory', 'crash'] as const) {
    const pages = failures.filter((failure) => failure.reason === reason).map(({ page }) => page);
    if (pages.length === 0) continue;
    const where = pageRanges(pages);
    tally.lose(issue(reason, `Reading ${where} by character recognition ${FAILURES[reason]}.`, where));
  }
}

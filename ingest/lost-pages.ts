import { issue } from './issue.ts';
import type { PageFailure } from './ocr-merge.ts';
import { pageRanges } from './page-ranges.ts';
import type { Tally } from './tally.ts';

/** A page whose reading ended the worker that read it. */
export interface LostPage extends PageFailure {
  /** False where it was not tried any more, for too many pages of its file had ended a worker before. */
  tried: boolean;
}

const REASONS: Record<PageFailure['reason'], string> = {
  timeout: 'took longer than a page may take',
  memory: 'needed more memory than a page may take',
  crash: 'broke the worker that did it',
};

/** Names the lost pages, each reason with its pages. */
export function tellOfLost(lost: LostPage[], tally: Tally): void {
  for (const reason of ['timeout', 'memory', 'crash'] as const) {
    const same = lost.filter((page) => page.reason === reason);
    const where = (tried: boolean) =>
      pageRanges(same.filter((page) => page.tried === tried).map(({ page }) => page));
    const [tried, untried] = [where(true), where(false)];
    if (tried !== '') tally.lose(issue(reason, `Reading ${tried} ${REASONS[reason]}.`, tried));
    if (untried !== '')
      tally.lose(
        issue(reason, `After too many such pages, no attempt was made to read ${untried}.`, untried),
      );
  }
}

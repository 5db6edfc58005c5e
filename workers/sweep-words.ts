import { type AuditReport, loadHtmlRenderer, wordsOfHtml } from '../report/index.ts';

/**
 * What a public output may say whatever the case: the report's own words, and Bates numbers, since a page is cited by
 * them and their letters are the release's own.
 */
export async function openWords(report: AuditReport): Promise<string[]> {
  const { ownWords } = await loadHtmlRenderer();
  return [wordsOfHtml(ownWords(report)), ...report.pages.flatMap(({ page }) => page.bates ?? [])];
}
